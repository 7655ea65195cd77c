"""A store of very many stories, made of real ones: what it takes, and how fast it answers. See docs/scale.md."""
