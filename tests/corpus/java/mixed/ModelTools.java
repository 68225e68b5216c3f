package com.example;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.chat.ChatLanguageModel;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.jdbc.core.JdbcTemplate;

public class ModelTools {
    private ChatLanguageModel model;
    private ChatClient client;
    private JdbcTemplate jdbc;

    @Tool("Runs a query")
    public String query(String sql) {
        // ruleid: sql-injection
        return jdbc.queryForList(sql).toString();
    }

    @Tool
    public String read(String path) throws Exception {
        // ruleid: path-traversal
        return java.nio.file.Files.readString(java.nio.file.Path.of("/data", path));
    }

    public void answer(String question) throws Exception {
        String sql = model.generate("Write SQL for " + question);
        // ruleid: sql-injection
        jdbc.execute(sql);
        String command = client.prompt().user(question).call().content();
        // ruleid: command-injection
        Runtime.getRuntime().exec(command);
        String s2 = client.prompt(question).call().content();
        // ok: sql-injection
        jdbc.update("INSERT INTO answers(text) VALUES (?)", s2);
        String id = model.chat(question);
        // ruleid: sql-injection
        jdbc.execute("DELETE FROM t WHERE id = '" + id + "'");
    }
}
