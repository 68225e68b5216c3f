"""The only access to Git: every part of the program reads repositories through this package.

A repository is not trusted, nor is its configuration: a person who unpacks an archive or opens a shared folder has not
agreed to run the commands that it names. So `running` starts git with settings that leave nothing to run, `repository`
decides which repository a folder belongs to without asking git, and `disk` compares files with objects by itself, since
every command of git that looks at the working tree runs its filters.

Why the program and not a library that reads objects without running anything: both were measured beside this package,
on a repository of 31,000 files (442 MB) with four staged and five other changes, warm, on two cores.

                                    this package    dulwich 1.2.21    pygit2 1.21.0
import                              0.04 s          0.4 s             0.25 s
size in the environment             -               5 MB              16 MB, compiled
staged changes                      0.06 s          0.85 s            0.07 s
uncommitted changes                 0.5 s           1.5 s             8 to 10 s (no times in the index)
packed, worktree, index v4          yes             yes               yes
split index                         yes             fails             fails
objects named by SHA-256            yes             yes               fails
"""
