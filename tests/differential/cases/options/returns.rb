def f
  one
end
def g(a)
  b = a + 1
  b * 2
end
def h(a)
  if a > 1
    three
  else
    four
  end
end
run { |x| x + 1 }
def i
  return 5
end
