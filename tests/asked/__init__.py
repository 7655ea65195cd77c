"""An outlet whose lists are checked; the server that they are on is named by LAMP_URL."""
