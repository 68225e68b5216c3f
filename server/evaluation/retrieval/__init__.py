"""What retrieval finds, on tasks that are computed from any source tree: no labels of ours.

A doc comment must find its definition, a body what it uses, a definition who calls it, and where there is a Git
history, some of a commit the rest of it. Recall@5, Recall@10 and MRR for each source alone and for the fused ranking.
"""
