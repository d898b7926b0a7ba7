# Tries dist\secondop-*-setup.exe on this computer: installs for this person, and takes it away again.
$ErrorActionPreference = 'Stop'
$setup = Get-ChildItem dist\secondop-*-setup.exe | Sort-Object LastWriteTime | Select-Object -Last 1
$there = "$env:LOCALAPPDATA\Programs\Secondop"
$mine = New-Item -ItemType Directory -Force "$env:TEMP\secondop-try"
$journal = "$mine\sample.secondop"
$key = 'HKCU:\Software\Microsoft\Windows\CurrentVersion\Uninstall\org.secondop.Secondop'

function Step($said, $work) {
    Write-Output $said
    & $work
    if (-not $?) { throw "FAILED: $said" }
}
function Wait-For($said, $there) {
    foreach ($second in 1..60) { if (& $there) { return }; Start-Sleep 1 }
    throw "FAILED: $said"
}

Step 'installs without an administrator' { Start-Process $setup.FullName '/S' -Wait }
Step 'passes the self-test' {
    $env:QT_QPA_PLATFORM = 'offscreen'
    & "$there\secondop.exe" self-test
    if ($LASTEXITCODE -ne 0) { throw 'self-test' }
    Remove-Item Env:\QT_QPA_PLATFORM
}
Step 'is in the start menu, and among the programs' {
    Get-Item "$env:APPDATA\Microsoft\Windows\Start Menu\Programs\Secondop.lnk"
    Get-ItemProperty $key | Select-Object DisplayName, DisplayVersion
}
Step 'opens a journal by a double click' {
    & "$there\secondop.exe" sample $journal
    Start-Process $journal
    Wait-For 'the journal is open' { Test-Path "$mine\.sample.secondop.lock" }
    Get-Process secondop-window | ForEach-Object { $_.CloseMainWindow() } | Out-Null
    Wait-For 'the window closed' { -not (Get-Process secondop-window -ErrorAction SilentlyContinue) }
}
Step 'keeps settings when it is installed again' {
    $before = Get-FileHash "$env:LOCALAPPDATA\Secondop\settings.json"
    Start-Process $setup.FullName '/S' -Wait
    $after = Get-FileHash "$env:LOCALAPPDATA\Secondop\settings.json"
    if ($before.Hash -ne $after.Hash) { throw 'settings' }
}
Step 'leaves only the journals' {
    # Saved where it should not be: it must stay all the same.
    Copy-Item $journal "$there\_internal\mine.secondop"
    Start-Process "$there\uninstall.exe" '/S' -Wait
    Wait-For 'it is gone' { -not (Test-Path "$there\secondop.exe") }
    if (Test-Path $key) { throw 'the registry still names it' }
    Get-Item $journal, "$there\_internal\mine.secondop"
}
Write-Output 'The installer works.'
