from flask import session


def store(stream, response, password, user, text):
    # ruleid: secret-stored-cleartext
    stream.write(password)
    # ruleid: secret-stored-cleartext
    stream.write("password: " + user.password)
    # ruleid: secret-stored-cleartext
    response.set_cookie("password", password)
    # ruleid: secret-stored-cleartext
    session["password"] = password
    # ok: secret-stored-cleartext
    stream.write(text)
    # ok: secret-stored-cleartext
    stream.write(user.password_hash)
    # ok: secret-stored-cleartext
    session["user"] = user.name
    # ok: secret-stored-cleartext
    session["login"] = Login.PASSWORD
