; Windows installer: for one person, no administrator, no restart. packaging/windows/build.sh calls it:
; makensis -DVERSION=0.1.0 -DPAYLOAD=build/frozen/secondop -DFILES=build/windows/files.nsh
;          -DICON=build/icons/secondop.ico -DLICENCE=LICENSE -DOUT=dist/secondop-0.1.0-setup.exe secondop.nsi
Unicode true
!include MUI2.nsh
!include FileFunc.nsh
; Deletes what was installed, file by file: never a folder with what may lie in it besides.
!include "${FILES}"

!define ID "org.secondop.Secondop"
!define TYPE "application/vnd.secondop.journal"
!define UNINST "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define WINDOW "secondop-window.exe"

Name "Secondop"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Secondop"
InstallDirRegKey HKCU "${UNINST}" "InstallLocation"
RequestExecutionLevel user
SetCompressor /SOLID lzma
ManifestDPIAware true
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\${WINDOW}"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "Secondop"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey LegalCopyright "The Secondop authors, Apache-2.0"
VIAddVersionKey FileDescription "Secondop installer"

; A program that runs cannot be replaced: say so, and change nothing.
!macro RefuseWhileOpen un
Function ${un}RefuseWhileOpen
  IfFileExists "$INSTDIR\${WINDOW}" 0 done
  ClearErrors
  FileOpen $0 "$INSTDIR\${WINDOW}" a
  IfErrors 0 free
    MessageBox MB_OK|MB_ICONEXCLAMATION "Secondop is open. Close it, then start this again." /SD IDOK
    SetErrorLevel 2
    Quit
  free:
    FileClose $0
  done:
FunctionEnd
!macroend
!insertmacro RefuseWhileOpen ""
!insertmacro RefuseWhileOpen "un."

Section
  Call RefuseWhileOpen
  ; The version before goes first, so that no file of it is left among the new ones.
  IfFileExists "$INSTDIR\uninstall.exe" 0 fresh
    ExecWait '"$INSTDIR\uninstall.exe" /S _?=$INSTDIR'
  fresh:
  SetOutPath "$INSTDIR"
  File /r "${PAYLOAD}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Secondop.lnk" "$INSTDIR\${WINDOW}"
  WriteRegStr HKCU "Software\Classes\.secondop" "" "${ID}"
  WriteRegStr HKCU "Software\Classes\.secondop" "Content Type" "${TYPE}"
  WriteRegStr HKCU "Software\Classes\${ID}" "" "Secondop journal"
  WriteRegStr HKCU "Software\Classes\${ID}\DefaultIcon" "" "$INSTDIR\${WINDOW},0"
  WriteRegStr HKCU "Software\Classes\${ID}\shell\open\command" "" '"$INSTDIR\${WINDOW}" "%1"'
  WriteRegStr HKCU "${UNINST}" "DisplayName" "Secondop"
  WriteRegStr HKCU "${UNINST}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINST}" "Publisher" "The Secondop authors"
  WriteRegStr HKCU "${UNINST}" "DisplayIcon" "$INSTDIR\${WINDOW}"
  WriteRegStr HKCU "${UNINST}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINST}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINST}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINST}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINST}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINST}" "EstimatedSize" $0
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
  Call un.RefuseWhileOpen
  Delete "$SMPROGRAMS\Secondop.lnk"
  DeleteRegKey HKCU "Software\Classes\.secondop"
  DeleteRegKey HKCU "Software\Classes\${ID}"
  DeleteRegKey HKCU "${UNINST}"
  !insertmacro DeleteInstalled
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
