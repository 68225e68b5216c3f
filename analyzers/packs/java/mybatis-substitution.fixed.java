interface Users {
    // ruleid: mybatis-substitution
    @Select("SELECT * FROM users WHERE name = '${name}'")
    User unsafe(@Param("name") String name);

    // ruleid: mybatis-substitution
    @Select("SELECT * FROM users WHERE id = #{id}")
    User byNumber(@Param("id") long id);

    // ruleid: mybatis-substitution
    @Select({"SELECT * FROM users", "ORDER BY ${column}"})
    List<User> sorted(@Param("column") String column);

    // ok: mybatis-substitution
    @Select("SELECT * FROM users WHERE name = #{name}")
    User safe(@Param("name") String name);
}
