"""From a source to a person: the name that heads it, pronouns, roles and whose role it is."""
