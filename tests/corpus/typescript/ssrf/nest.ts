import { Body, Controller, Get, Param, Post, Query } from "@nestjs/common";
import { HttpService } from "@nestjs/axios";
import axios, { AxiosInstance } from "axios";
import got from "got";
import { NextRequest } from "next/server";

@Controller("proxy")
export class ProxyController {
  constructor(private readonly http: HttpService, private readonly client: AxiosInstance) {}

  @Get()
  async fetch(@Query("url") url: string) {
    // ruleid: ssrf
    const answer = await axios.get(url);
    // ruleid: ssrf
    const observable = this.http.get(url);
    // ruleid: ssrf
    const other = await fetch(`https://${url}/status`);
    return [answer.data, observable, other];
  }

  @Post()
  async hook(@Body() body: { address: string; id: string }) {
    // ruleid: ssrf
    await got.post(body.address, { json: { done: 1 } });
    // ok: ssrf
    await got.post("https://hooks.example.com/" + encodeURIComponent(body.id));
    // ok: ssrf
    return axios.get(`https://api.example.com/items/${encodeURIComponent(body.id)}`);
  }

  @Get(":id")
  async one(@Param("id") id: string) {
    // ok: ssrf
    return axios.get("https://api.example.com/items", { params: { id } });
  }
}

export async function GET(request: NextRequest) {
  const url = request.nextUrl.searchParams.get("url");
  // ruleid: ssrf
  const answer = await fetch(url!);
  // ok: ssrf
  const own = await fetch("https://api.example.com/");
  return Response.json([answer.status, own.status]);
}
