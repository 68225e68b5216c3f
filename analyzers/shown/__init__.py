"""Makes untrusted text harmless: whatever is displayed of it, anywhere, goes through this package.

Not ours are a model's answers, the texts of a workspace's rules, code, names of files and branches, values of settings,
and what services and other programs say. One module for each kind of output:

- `characters`: the characters that hide, turn or control text. The others start from it.
- `lines`: where text is shown as it is: messages of diagnostics, titles of actions and of progress, toasts.
- `terminal`: what a terminal would obey is written as escapes.
- `markdown`: pages and hovers. Of a text that is not ours there is formatting left, and never a link, picture or HTML.
- `links`: the addresses that may be opened by a click.
- `sarif`: texts in which viewers look for links of a notation of their own.

All of these functions give the same when they are given their own result.
"""
