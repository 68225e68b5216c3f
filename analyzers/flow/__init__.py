"""Following values through functions: constants, and taint from sources to sinks."""
