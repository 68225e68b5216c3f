"""The protocol between server and worker, and its errors."""
