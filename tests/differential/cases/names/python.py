import os
import os.path
import subprocess as sp
from subprocess import run
from subprocess import run as go_on
from os import path
from os import path as p
from os.path import join
from a import b
from a.b import c
from a.b import *
import a.b.c as abc

os.path.join(1)
path.join(1)
p.join(1)
join(1)
sp.run(1)
run(1)
go_on(1)
b.c.d(1)
c.d(1)
abc.d(1)
d(1)
x.run(1)


class C:
    def f(self):
        self.go(1)
        this = self
        this.go(2)
