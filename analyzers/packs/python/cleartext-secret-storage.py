from flask import session


def store(stream, response, password, user, text):
    # ruleid: cleartext-secret-storage
    stream.write(password)
    # ruleid: cleartext-secret-storage
    stream.write("password: " + user.password)
    # ruleid: cleartext-secret-storage
    response.set_cookie("password", password)
    # ruleid: cleartext-secret-storage
    session["password"] = password
    # ok: cleartext-secret-storage
    stream.write(text)
    # ok: cleartext-secret-storage
    stream.write(user.password_hash)
    # ok: cleartext-secret-storage
    session["user"] = user.name
    # ok: cleartext-secret-storage
    session["login"] = Login.PASSWORD
