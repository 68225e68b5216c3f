"""How indexing and lookups grow with the workspace, and what an embedder is worth (`reread eval retrieval` measures
what retrieval finds).
"""
