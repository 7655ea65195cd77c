"""From characters to tokens, quotations, sentences and paragraphs; the paragraphs that labels of speakers open."""
