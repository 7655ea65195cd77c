"""The desk: what is held, to be read and searched in a browser. Datasette serves it; nothing here writes."""
