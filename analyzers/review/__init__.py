"""Model review: units of change, prompts, providers, anchors, budget and cache."""
