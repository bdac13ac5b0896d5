"""Which character encoding bytes are in: labels and decoders, declarations, and a judge that checks them.

`settle` is the door: the order in which evidence is heard. `labels` knows the Encoding Standard, `prescan`
reads declarations inside markup, `wide` knows UTF-16 and UTF-32, `sample` picks the bytes worth judging,
`profiles` says how languages look, `plausibility` prices a reading and `contest` compares readings.
"""
