-- Readers who wait a moment between two pages: 32 of them ask some 1,600 times a second.
function delay()
  return math.random(10, 30)
end
