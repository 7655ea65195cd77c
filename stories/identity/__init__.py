"""One record a story: which addresses, copies and versions belong together, which stories are one (docs/identity.md).

In: addresses and texts. Out: canonical addresses, fingerprints, similarities, what a version changed.
May import, of `stories`: `outlet`, `quotes`, `sites`, `text`.
"""
