"""One record a story: which addresses, copies and versions belong together, which stories are one (docs/identity.md)."""
