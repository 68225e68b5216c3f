from aiohttp import web
from starlette.staticfiles import StaticFiles


def routes(app):
    # ruleid: static-files-exposed
    app.router.add_static("/files", "files", show_index=True)
    # ruleid: static-files-exposed
    web.static("/files", "files", follow_symlinks=True)
    # ruleid: static-files-exposed
    StaticFiles(directory="files", follow_symlink=True)
    # ok: static-files-exposed
    app.router.add_static("/files", "files")
    # ok: static-files-exposed
    StaticFiles(directory="files")
    # ok: static-files-exposed
    web.static("/files", "files", show_index=False)
