from django.http import JsonResponse
from flask import jsonify


def show(user, errors):
    # ruleid: password-sent-to-client
    return jsonify({"id": user.id, "password": user.password})
    # ruleid: password-sent-to-client
    return jsonify(id=user.id, hash=user.password_hash)
    # ruleid: password-sent-to-client
    return JsonResponse({"ssn": user.ssn})
    # ok: password-sent-to-client
    return jsonify({"id": user.id, "name": user.name})
    # ok: password-sent-to-client
    return jsonify({"password": errors.password})
    # ok: password-sent-to-client
    return jsonify({"has_password": bool(user.password)})
