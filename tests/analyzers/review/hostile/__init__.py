"""What hostile code, hostile context and a hostile model may say, where, and how it is watched that nothing comes of it."""
