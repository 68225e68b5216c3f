import { Controller, Get, Param, ParseUUIDPipe, Query } from "@nestjs/common";

@Controller("documents")
export class DocumentsController {
  constructor(private readonly connection: Connection) {}

  @Get(":id")
  one(@Param("id", new ParseUUIDPipe()) id: string, @Query("owner") owner: string) {
    // ok: sql-injection-from-parameter
    this.connection.query("SELECT * FROM documents WHERE id = '" + id + "'");
    // ruleid: sql-injection-from-parameter
    this.connection.query("SELECT * FROM documents WHERE owner = '" + owner + "'");
  }
}
