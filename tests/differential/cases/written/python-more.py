from flask import request as req, g
import x
class Meta: pass
class A(B): pass
class C(): pass
f(a, shell=True, env={})
f(a, b, shell=True)
f(shell=True, env={})
f(a, env={}, shell=True)
