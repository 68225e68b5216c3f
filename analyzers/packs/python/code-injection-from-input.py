import ast

# ruleid: code-injection-from-input
amount = eval(input("How many? "))
# ok: code-injection-from-input
number = int(input("How many? "))


def run(expression):
    text = input("Formula: ")
    # ruleid: code-injection-from-input
    result = eval(text)
    # ok: code-injection-from-input
    value = ast.literal_eval(input("Value: "))
    # ok: code-injection-from-input
    eval(expression)
    return result, value
