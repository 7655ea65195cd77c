"""What a page says about its story, a file for each thing: headline, authors, dates, description, picture, address."""
