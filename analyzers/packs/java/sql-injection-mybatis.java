interface Users {
    // ruleid: sql-injection-mybatis
    @Select("SELECT * FROM users WHERE name = '${name}'")
    User unsafe(@Param("name") String name);

    // ruleid: sql-injection-mybatis
    @Select("SELECT * FROM users WHERE id = ${id}")
    User byNumber(@Param("id") long id);

    // ruleid: sql-injection-mybatis
    @Select({"SELECT * FROM users", "ORDER BY ${column}"})
    List<User> sorted(@Param("column") String column);

    // ok: sql-injection-mybatis
    @Select("SELECT * FROM users WHERE name = #{name}")
    User safe(@Param("name") String name);
}
