"""Bundles that prove themselves: records, the captures that they rest on, and what holds the two together (WACZ)."""
