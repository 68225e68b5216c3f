"""The only network access: every HTTP client of the program is created here, for code, vectors and keys alike.

`clients` makes them. For all of them: no redirect is followed, no compression is requested and compressed responses are
decompressed only up to a limit (`inflate`), bodies and single events are bounded (`limits`), and a proxy is only one
that the user's own environment names, never for this machine (`proxies`).
"""
