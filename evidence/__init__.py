"""Bundles that prove themselves: records, the captures that they rest on, and what holds the two together (WACZ).

In: the names of records, or a bundle. Out: a bundle, or what is wrong with one.
May import: `store`, `stories`.
"""
