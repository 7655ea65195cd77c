"""What both ways of reading ask of an attribution: who acts, who is named, whose words are told again, how sure it is."""
