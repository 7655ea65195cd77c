"""The gold set under data/gold: pages and passages in invented words, with what a careful person records of them."""
