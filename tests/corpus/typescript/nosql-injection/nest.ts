import { Body, Controller, Post } from "@nestjs/common";
import { InjectModel } from "@nestjs/mongoose";
import { Model } from "mongoose";
import { Request, Response } from "express";
import { Collection } from "mongodb";

interface User {
  name: string;
}

export async function login(req: Request, res: Response, users: Collection<User>): Promise<void> {
  // ruleid: nosql-injection
  const a = await users.findOne({ name: req.body.name });
  // ok: nosql-injection
  const b = await users.findOne({ name: String(req.body.name) });
  // ok: nosql-injection
  const c = await users.findOne({ name: `${req.body.name}` });
  res.json([a, b, c]);
}

@Controller("users")
export class Users {
  constructor(@InjectModel("User") private readonly model: Model<User>) {}

  @Post("search")
  search(@Body() body: any) {
    // ruleid: nosql-injection
    return this.model.find(body);
  }

  @Post("fixed")
  fixed() {
    // ok: nosql-injection
    return this.model.find({ active: true });
  }
}
