"""What retrieval finds, on tasks that are computed from any source tree: `python -m tests.bench retrieval [CHECKOUT...]`.

No labels of ours: a doc comment must find its definition, a body what it uses, a definition who calls it, and where
there is a git history, some of a commit the rest of it. Recall@5, Recall@10 and MRR for each source alone and for the
one fused ranking.
"""
