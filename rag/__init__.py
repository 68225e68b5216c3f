"""Turns a workspace into context: walking, chunking, embedding, the Chroma store and retrieval."""
