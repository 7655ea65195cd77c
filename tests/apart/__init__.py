"""The spider of archives with its ranges made to fail: each page goes by itself, through requests and stage 100."""
