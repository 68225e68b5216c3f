import React, { useState } from "react";
import def from "react";
import * as ns from "react";
import "react";
import { a as b } from "react";
x = /a+b/g; y = /a+b/; z = /q/;
export { a };
