from werkzeug.security import check_password_hash


def login(user, form, password, password2):
    # ruleid: password-compared-plain
    if user.password == form["password"]:
        return True
    # ruleid: password-compared-plain
    if password != user.password:
        return False
    # ruleid: password-compared-plain
    if user["password"] == password:
        return True
    # ok: password-compared-plain
    if password == password2:
        return True
    # ok: password-compared-plain
    if form.password == form.password_confirm:
        return True
    # ok: password-compared-plain
    return check_password_hash(user.password, password)
