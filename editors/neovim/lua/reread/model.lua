--- What a model writes: answers, commit messages, the review of what is staged; and which model that is.
local client = require("reread.client")
local config = require("reread.config")
local pages = require("reread.pages")
local positions = require("reread.positions")

local M = {}

--- Asks a question about the code of the project, or about lines of the buffer.
function M.ask(question, first, last)
  local server = client.of_project()
  if not server then
    return
  end
  local parameters = { uri = vim.uri_from_bufnr(0) }
  if first then
    parameters.range = positions.range(0, server.offset_encoding, first, last)
  end
  local function send(typed)
    if not typed or vim.trim(typed) == "" then
      return
    end
    parameters.question = typed
    client.request(server, "reread/ask", parameters, function(answer)
      if answer.problem then
        client.say("no answer: " .. answer.problem, "WARN")
        return
      end
      pages.show(answer.page)
      local items = vim.tbl_map(function(place)
        return { filename = vim.uri_to_fname(place.uri), lnum = place.line + 1, text = place.text }
      end, answer.places)
      vim.fn.setloclist(0, {}, " ", { title = "Reread: " .. typed, items = items })
    end)
  end
  if question and question ~= "" then
    send(question)
  else
    vim.ui.input({ prompt = first and "Ask about these lines: " or "Ask about the code: " }, send)
  end
end

--- Writes the message for what is staged: into this buffer if a commit message is written there, else into a new one.
function M.commit_message()
  local server = client.of_project()
  if not server then
    return
  end
  local buffer = vim.api.nvim_get_current_buf()
  local parameters = { uri = vim.uri_from_fname(server.config.root_dir) }
  client.request(server, "reread/commitMessage", parameters, function(written)
    if written.message then
      if vim.bo[buffer].filetype ~= "gitcommit" then
        vim.cmd("new")
        vim.bo.buftype = "nofile"
        vim.bo.bufhidden = "wipe"
        vim.bo.filetype = "gitcommit"
        buffer = vim.api.nvim_get_current_buf()
      end
      local lines = vim.split(vim.trim(written.message), "\n")
      vim.api.nvim_buf_set_lines(buffer, 0, 0, false, lines)
    end
    if written.problem then
      client.say(written.problem, "WARN")
    end
  end)
end

local types = { "E", "W", "I", "N" }

--- Reviews what is staged as a commit hook would; the findings come into the quickfix list.
function M.review_staged()
  local server = client.of_project()
  if not server then
    return
  end
  local parameters = { uri = vim.uri_from_fname(server.config.root_dir) }
  client.request(server, "reread/reviewStaged", parameters, function(verdict)
    local items = vim.tbl_map(function(finding)
      local item = vim.lsp.util.locations_to_items({ finding }, server.offset_encoding)[1]
      item.text, item.type = finding.message .. " [" .. finding.rule .. "]", types[finding.severity]
      return item
    end, verdict.findings)
    vim.fn.setqflist({}, " ", { title = "Reread: staged changes", items = items })
    vim.cmd("cwindow")
    client.say(verdict.message, verdict.verdict == "passes" and "INFO" or "WARN")
  end)
end

--- Asks for the key of a provider, which goes to the server in its environment. `done` is called once there is one.
local function ask_for_key(provider, done)
  local key = vim.trim(vim.fn.inputsecret(provider.title .. ", key (" .. provider.keyVariable .. "): "))
  if key ~= "" then
    config.environment[provider.keyVariable] = key
    done()
  end
end

local function with_provider(wanted, prompt, done)
  local server = client.of_project()
  if not server then
    return
  end
  client.request(server, "reread/status", vim.empty_dict(), function(status)
    local providers = vim.tbl_filter(wanted, status.providers)
    local function described(provider)
      return provider.title .. (provider.hasKey and " (has a key)" or "")
    end
    vim.ui.select(providers, { prompt = prompt, format_item = described }, function(provider)
      if provider then
        done(provider)
      end
    end)
  end)
end

local function begin_again(text)
  client.configure()
  client.restart()
  client.say(text)
end

--- Enters the key of a provider, until Neovim ends.
function M.enter_key()
  with_provider(function(provider)
    return provider.keyVariable ~= ""
  end, "Whose key?", function(provider)
    ask_for_key(provider, function()
      begin_again(("the key of %s is known until Neovim ends; see :help reread-model to keep it"):format(provider.title))
    end)
  end)
end

--- Chooses a provider and its model, until Neovim ends, and enters the key if there is none.
function M.choose()
  with_provider(function(provider)
    return not provider.byClient
  end, "Whom may Reread ask for reviews?", function(provider)
    local function choose_model()
      local default = provider.model ~= "" and " (empty: " .. provider.model .. ")" or ""
      vim.ui.input({ prompt = provider.title .. ", model" .. default .. ": " }, function(model)
        if not model then
          return
        end
        config.options.settings = vim.tbl_deep_extend("force", config.options.settings, {
          review = { provider = provider.name, model = vim.trim(model) },
        })
        local chosen = vim.inspect(config.options.settings.review, { newline = "", indent = "" })
        begin_again("to keep this, give to setup(): settings = { review = " .. chosen .. " }")
      end)
    end
    if provider.keyVariable ~= "" and not provider.hasKey then
      ask_for_key(provider, choose_model)
    else
      choose_model()
    end
  end)
end

return M
