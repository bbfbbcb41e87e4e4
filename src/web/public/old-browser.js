// Runs before everything else, in browsers of any age: hence no syntax newer than 2009.
// `:focus-visible` came with Chromium 86 and `replaceAll` with 85: what lacks either is below the floor.
(function () {
  var modern = false
  try {
    modern = 'noModule' in document.createElement('script') && 'replaceAll' in String.prototype && CSS.supports('selector(:focus-visible)')
  } catch (tooOld) {
    if (window.console) console.log(tooOld)
  }
  if (!modern) location.replace('/old-browser.html')
})()
