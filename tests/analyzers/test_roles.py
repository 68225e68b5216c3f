"""What part a file plays is known by its path and both ends of its content."""

import pytest

from reread.analyzers.roles import Role, gives_users_value, is_sample_in_description, role_of, runs_in_browser

CODE = b"x = 1\n"


@pytest.mark.parametrize(
    ("path", "role"),
    [
        ("app/views.py", Role.CODE),
        ("", Role.CODE),
        ("src/latest.py", Role.CODE),
        ("benchmark/BenchmarkTest00001.java", Role.CODE),
        ("tests/helpers.py", Role.TEST),
        ("app/test_views.py", Role.TEST),
        ("app/conftest.py", Role.TEST),
        ("shop/orders/tests.py", Role.TEST),
        ("pkg/server_test.go", Role.TEST),
        ("src/app.spec.ts", Role.TEST),
        ("types/index.tst.ts", Role.TEST),
        ("src/Test/java/AppTests.java", Role.TEST),
        ("src/itest/java/App.java", Role.TEST),
        ("db/test-files/data.sql", Role.TEST),
        ("pkg/contest/app.go", Role.CODE),
        ("t/unit/security/__init__.py", Role.TEST),
        ("src/t/unit.py", Role.CODE),
        ("lib/services/ppkTestUtils.ts", Role.TEST),
        ("tools/subscriptions/client.go", Role.CODE),
        ("tools/release.py", Role.SCRIPT),
        ("integration/resources/tls/local.key", Role.TEST),
        ("app/integration/client.go", Role.CODE),
        (".semgrep/security/no-requests.py", Role.EXAMPLE),
        ("ui/dist/assets/CreateApiDocs-DsLGUfIO.js", Role.FOREIGN),
        ("ui/src/assets/CreateApiDocs-DsLGUfIO.js", Role.CODE),
        ("examples/tls/main.go", Role.EXAMPLE),
        ("Docs/conf.py", Role.EXAMPLE),
        ("example.ts", Role.EXAMPLE),
        ("examples/tests/a.py", Role.TEST),
        ("node_modules/left-pad/index.js", Role.FOREIGN),
        ("vendor/lib/a.go", Role.FOREIGN),
        ("api/service_pb2.py", Role.FOREIGN),
        ("static/jquery.min.js", Role.FOREIGN),
        ("static/users.1f007619.js", Role.FOREIGN),
        ("static/report-20240131.js", Role.CODE),
        ("static/feedback.js", Role.CODE),
        ("static/editor-5.17.0/mode/xml.js", Role.FOREIGN),
        ("static/chart-kit-v1.2.3.js", Role.FOREIGN),
        ("static/release-2.0/app.js", Role.CODE),
        ("migrations-1.2.3/a.py", Role.CODE),
        ("src/contest/latest.py", Role.CODE),
        ("src/testimonials.ts", Role.CODE),
        ("shop/order_specs.py", Role.CODE),
        ("shop/order_spec.rb", Role.TEST),
        ("src/attestation.go", Role.CODE),
        ("src/main/java/shop/exampleService.java", Role.CODE),
        ("src/main/java/com/example/demo/Orders.java", Role.CODE),
        ("app/com/example/Orders.java", Role.CODE),
        ("audio/sample_rate.py", Role.CODE),
        ("web/static/scripts/cart.js", Role.CODE),
        ("src/agent/tools/search.py", Role.CODE),
        ("src/main/java/dev/acme/Orders.java", Role.CODE),
        ("deploy/latest.yml", Role.CODE),
        ("config/contest.key", Role.CODE),
        ("src/test/resources/server.pem", Role.TEST),
        ("pkg/tls/testdata/key.pem", Role.TEST),
        ("web/__snapshots__/page.html", Role.TEST),
        ("web/page.snap", Role.TEST),
        ("lib/cassettes/login.yaml", Role.TEST),
        ("internal/testutil/server.go", Role.TEST),
        ("certs/test-ca.pem", Role.TEST),
        ("config/snakeoil.key", Role.TEST),
        ("config/db.test.yml", Role.TEST),
        ("examples/shop/src/main/java/Shop.java", Role.EXAMPLE),
        (".env.example", Role.EXAMPLE),
        ("config/settings.sample.json", Role.EXAMPLE),
        ("guide/login.md", Role.EXAMPLE),
        ("README", Role.EXAMPLE),
        ("ui/Button.stories.tsx", Role.EXAMPLE),
        ("api/__generated__/types.ts", Role.FOREIGN),
        ("pkg/zz_generated.deepcopy.go", Role.FOREIGN),
        ("scripts/release.py", Role.SCRIPT),
        ("packages/shop/scripts/seed.ts", Role.SCRIPT),
        ("tools/bump.go", Role.SCRIPT),
        ("benchmarks/run.py", Role.SCRIPT),
        (".github/actions/build.js", Role.SCRIPT),
        ("noxfile.py", Role.SCRIPT),
        ("shop/__main__.py", Role.PROGRAM),
        ("src/login.cy.ts", Role.TEST),
        ("web/jest.config.js", Role.TEST),
        ("playwright.config.ts", Role.TEST),
        ("playwright/fixtures.ts", Role.TEST),
        ("src/setupTests.ts", Role.TEST),
        ("src/testFixtures/java/A.java", Role.TEST),
        ("src/testIntegration/java/A.java", Role.TEST),
        ("internal/mock/store.go", Role.TEST),
        ("pkg/mock_store/store.go", Role.TEST),
        ("pkg/fakes/store.go", Role.TEST),
        ("features/steps/login.py", Role.TEST),
        ("features/environment.py", Role.TEST),
        ("shop/features/orders.py", Role.CODE),
        ("shop/environment.py", Role.CODE),
        ("src/hammock/app.go", Role.CODE),
        (".storybook/main.ts", Role.EXAMPLE),
        ("ui/Button.story.tsx", Role.EXAMPLE),
        ("docs_src/app.py", Role.EXAMPLE),
        ("_examples/app.go", Role.EXAMPLE),
        ("demo-app/main.ts", Role.EXAMPLE),
        ("example-apps/shop/main.py", Role.EXAMPLE),
        ("code-samples/main.py", Role.EXAMPLE),
        ("playground/main.ts", Role.EXAMPLE),
        ("src/playground/page.ts", Role.CODE),
        ("src/stories/api.py", Role.CODE),
        ("audio/sample_store/app.py", Role.CODE),
        (".env.template", Role.EXAMPLE),
        ("wp-config-sample.php", Role.EXAMPLE),
        ("audio/down_sample.py", Role.CODE),
        ("nginx/site.conf.template", Role.CODE),
        ("shop/migrations/0001_initial.py", Role.CODE),
        ("alembic/versions/a1b2.py", Role.CODE),
        ("api/user_pb.js", Role.FOREIGN),
        ("api/user_grpc_pb.d.ts", Role.FOREIGN),
        ("api/user.pb.gw.go", Role.FOREIGN),
        ("static/site.min.css", Role.FOREIGN),
        ("static/app.min.mjs", Role.FOREIGN),
        ("ios/Pods/Kit/kit.c", Role.FOREIGN),
        (".venv/lib/kit.py", Role.FOREIGN),
        ("gradlew", Role.FOREIGN),
        ("wwwroot/lib/kit.js", Role.FOREIGN),
        ("wwwroot/js/site.js", Role.CODE),
        ("Makefile", Role.SCRIPT),
        ("magefile.go", Role.SCRIPT),
        ("locustfile.py", Role.SCRIPT),
        ("perf/load.go", Role.SCRIPT),
        ("hack/update.go", Role.SCRIPT),
        ("src/jmh/java/Load.java", Role.SCRIPT),
        ("prisma/seed.ts", Role.SCRIPT),
        ("backend/scripts/import.py", Role.SCRIPT),
        ("web/.eslintrc.js", Role.SCRIPT),
        ("docker-compose.dev.yml", Role.SCRIPT),
        ("docker-compose.test.yml", Role.TEST),
        ("docker-compose.prod.yml", Role.CODE),
        ("webpack.config.js", Role.CODE),
        ("shop/commands/setup.py", Role.CODE),
    ],
)
def test_the_path_tells(path, role):
    assert role_of(path, CODE) is role


@pytest.mark.parametrize(
    "head",
    [
        b"// Code generated by protoc-gen-go. DO NOT EDIT.\n",
        b"/* @generated */\n",
        b"# This file was automatically generated\n",
        b"// Generated from Shop.g4 by ANTLR 4.13.1\n",
        b"/**\n * NOTE: This class is auto generated by OpenAPI Generator.\n */\n",
        b'"""\n    Generated by: https://github.com/swagger-api/swagger-codegen.git\n"""\n',
        b"// GENERATED CODE -- DO NOT EDIT!\n",
        b"// Do not edit. This file is generated by a tool.\n",
        b"/* A Bison parser, made by GNU Bison 3.8.  */\n",
        b"// Code generated by MockGen. DO NOT EDIT.\n",
        b'package shop;\n\n@Generated("jooq")\npublic class A {}\n',
    ],
)
def test_a_generated_file_says_so_at_its_head(head):
    assert role_of("a.go", head + CODE) is Role.FOREIGN
    assert role_of("a.go", CODE * 1000 + head) is Role.CODE


@pytest.mark.parametrize(
    "text",
    [
        b"Headers such as `Code generated by protoc. DO NOT EDIT.` are known.\n",
        b'MARK = "@generated"\n',
        b"# Whether this file was generated is asked below\n",
        b"# Generated by Django 5.1 on 2026-01-01\n",
        b"# Generated by the shop: names of orders\n",
        b"# Do not edit this list by hand\n",
    ],
)
def test_a_file_that_speaks_of_generated_ones_is_none(text):
    assert role_of("a.py", text + CODE) is Role.CODE


def test_a_minified_file_has_long_lines_and_a_short_one_does_not_count():
    assert role_of("a.js", b"a=1;" * 2000) is Role.FOREIGN
    assert role_of("a.js", b"a=1;" * 200) is Role.CODE


@pytest.mark.parametrize(
    "text",
    [
        b"/*! Kite v1.4.0 | (c) The Kite authors */\n",
        b"/*!\n * Kite for Tables 1.4.0\n * MIT\n */\n",
        b"/* ====\n * kite.js v1.4\n */\n",
        b"/**\n * @licstart The following is the licence of this page\n */\n",
        b"/******/ (function (modules) { // webpackBootstrap\n",
        b'define("kite/string", ["require", "exports", "module"], function (require, exports) {\n',
        b"var a = 1;\n//# sourceMappingURL=kite.js.map\n",
    ],
)
def test_a_script_is_known_as_a_distribution(text):
    assert role_of("static/kite.js", text) is Role.FOREIGN
    assert role_of("static/kite.py", text) is Role.CODE


@pytest.mark.parametrize(
    "text",
    [
        b"/* Kite needs browsers of 1.4.0 and later */\n",
        b"/*! This file is part of Kite, under the licence of version 2.0 */\n",
        b'const url = "//# sourceMappingURL=" + name;\nwrite(url);\n',
        b"define(['require', 'exports'], function (require, exports) {\n",
    ],
)
def test_a_script_of_the_project_itself_is_none(text):
    assert role_of("static/kite.js", text) is Role.CODE


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (b"import org.junit.jupiter.api.Test;\nclass UploadTest {}\n", Role.TEST),
        (b"class UploadTest extends AbstractTests {}\n", Role.TEST),
        (b"class UploadTest { @ParameterizedTest void reads() {} }\n", Role.TEST),
        (b"class UploadTest extends HttpServlet {}\n", Role.CODE),
    ],
)
def test_in_java_a_name_alone_makes_no_test(text, role):
    assert role_of("src/main/UploadTest.java", text) is role
    assert role_of("src/test/UploadTest.java", text) is Role.TEST


@pytest.mark.parametrize(
    ("path", "text", "role"),
    [
        ("suite/suite.go", 'package suite\n\nimport (\n\t"os"\n\t"testing"\n)\n', Role.TEST),
        ("suite/suite.go", 'package suite\n\nimport "testing"\n', Role.TEST),
        ("suite/suite.go", 'package suite\n\nimport "example.com/testing"\n', Role.CODE),
        ("suite/suite.go", 'package suite\n\nvar name = "testing"\n', Role.CODE),
        ("suite/suite.py", 'import "testing"\n', Role.CODE),
    ],
)
def test_in_go_the_package_of_tests_tells(path, text, role):
    assert role_of(path, text.encode()) is role


PYTHON_MAIN = 'if __name__ == "__main__":\n    main()\n'


@pytest.mark.parametrize(
    ("path", "text", "role"),
    [
        ("a.py", "import argparse\n", Role.PROGRAM),
        ("a.py", "from click import command\n", Role.PROGRAM),
        ("a.py", CODE.decode() * 5000 + PYTHON_MAIN, Role.PROGRAM),
        ("a.py", "import flask\n" + PYTHON_MAIN, Role.CODE),
        ("a.py", "import argparser\n", Role.CODE),
        ("a.py", "import os, argparse\n", Role.PROGRAM),
        ("setup.py", "from setuptools import setup\n", Role.SCRIPT),
        ("a.py", "# import argparse\n", Role.CODE),
        ("cmd/root.go", 'package cmd\n\nimport "github.com/spf13/cobra"\n', Role.PROGRAM),
        ("main.go", 'package main\n\nimport "os"\n\nfunc main() { run(os.Args[1]) }\n', Role.PROGRAM),
        ("main.go", 'package main\n\nimport "flag"\n\nfunc main() {\n\tflag.Parse()\n}\n', Role.PROGRAM),
        ("main.go", 'import "flag"\n\nfunc main() {\n\thttp.ListenAndServe(*address, nil)\n}\n', Role.CODE),
        ("main.go", "package main\n\nfunc main() { run() }\n", Role.CODE),
        ("a.ts", 'import { program } from "commander";\n', Role.PROGRAM),
        ("a.js", "const [, , name] = process.argv;\n", Role.PROGRAM),
        ("a.js", 'const app = require("express")();\nlisten(process.argv[2]);\n', Role.CODE),
        ("A.java", "import picocli.CommandLine;\n", Role.PROGRAM),
        ("A.java", "class A { public static void main(String[] args) { run(args); } }\n", Role.PROGRAM),
        ("A.java", "class A { public static void main(String[] a) { SpringApplication.run(A.class, a); } }", Role.CODE),
        ("api.yaml", "# The shop\nopenapi: 3.0.3\n", Role.CODE),
        ("values.yaml", "image:\n  openapi-version: 3.0.3\n", Role.CODE),
        ("emails/welcome.tsx", "Welcome.PreviewProps = { token: 'x' };\n", Role.EXAMPLE),
        ("emails/welcome.tsx", "const props: PreviewProps = {};\n", Role.CODE),
    ],
)
def test_both_ends_of_the_content_tell(path, text, role):
    assert role_of(path, text.encode()) is role


def test_the_middle_of_a_large_file_is_not_looked_at():
    assert role_of("a.py", CODE * 2000 + b"import argparse\n" + CODE * 2000) is Role.CODE


@pytest.mark.parametrize(
    ("what", "code", "expected"),
    [
        ("given", b"sys.argv", True),
        ("given", b"input()", True),
        ("given", b"parser.parse_args()", True),
        ("given", b"os.Args", True),
        ("given", b'flag.String("url", "", "")', True),
        ("given", b"process.argv[2]", True),
        ("given", b"cli.flags.file", True),
        ("given", b'cmd.Flags().GetString("file")', True),
        ("given", b'line.getOptionValue("file")', True),
        ("given", b"await this.parse(Build)", True),
        ("given", b"this.parse(text)", False),
        ("function", b"func run(c *cli.Context) error", True),
        ("given", b"request.args", False),
        ("given", b"web.input()", False),
        ("given", b"os.environ", False),
        ("given", b"flags.get(name)", False),
        ("filled", b"flag.StringVar(", True),
        ("filled", b"input(", False),
        ("function", b"@click.command()\ndef main(name):", True),
        ("function", b"func(cmd *cobra.Command, args []string)", True),
        ("function", b"@bot.command()\nasync def roll(context, text):", False),
        ("function", b'@app.command("/roll")\ndef roll(ack, command):', False),
    ],
)
def test_what_the_user_of_a_program_gives_it(what, code, expected):
    assert gives_users_value(what, code) is expected


@pytest.mark.parametrize(
    ("code", "is_of_page"),
    [
        ('import { Component } from "@angular/core";', True),
        ('import Vue from "vue";', True),
        ('"use client";\nexport function Page() {}', True),
        ('import { useEffect, useState } from "react";', True),
        ('document.getElementById("a").focus();', True),
        ('import React from "react";\nexport const App = () => <p/>;', False),
        ('import { useState } from "react";\nexport async function getServerSideProps() {}', False),
        ('import Vue from "vue";\nimport { createServer } from "http";', False),
        ('const puppeteer = require("puppeteer");\nawait page.evaluate(() => document.body.innerText);', False),
        ("const document = load();\nfetch(document.url);", False),
    ],
)
def test_code_of_pages_is_known_by_what_it_uses(code, is_of_page):
    assert runs_in_browser(code.encode()) == is_of_page


SERVERS = "servers:\n  - url: KEY\npaths:\n  /a:\n    example:\n      token: SAMPLE\n    description: PROSE\n"


@pytest.mark.parametrize(("word", "is_sample"), [("KEY", False), ("SAMPLE", True), ("PROSE", True), ("/a", False)])
def test_a_description_of_an_interface_has_samples_below_some_keys(word, is_sample):
    text = "openapi: 3.0.3\n" + SERVERS
    assert is_sample_in_description("api.yaml", text.encode(), text.index(word)) is is_sample
    assert not is_sample_in_description("values.yaml", SERVERS.encode(), SERVERS.index(word))


def test_a_schema_has_samples_below_some_keys():
    text = """{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "properties": {
    "token": {
      "examples": [
        "SAMPLE"
      ],
      "const": "KEY"
    }
  }
}"""
    assert is_sample_in_description("a.json", text.encode(), text.index("SAMPLE"))
    assert not is_sample_in_description("a.json", text.encode(), text.index("KEY"))
