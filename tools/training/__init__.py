"""How the default embedder was learned, so that anyone can do it again; see README.md. Needs PyTorch."""
