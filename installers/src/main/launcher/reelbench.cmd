@echo off
rem Starts Reelbench with the first Java 25 or newer there is.
setlocal DisableDelayedExpansion
for %%d in ("%~dp0..") do set "home=%%~fd"
set "java="

if defined REELBENCH_JAVA (
    call :try "%REELBENCH_JAVA%"
    call :try "%REELBENCH_JAVA%\bin\java.exe"
    if not defined java goto :unsuitable
    goto :start
)
call :try "%home%\runtime\bin\java.exe"
if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
for /f "delims=" %%j in ('where java.exe 2^>nul') do call :try "%%j"
for %%r in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%USERPROFILE%\.jdks") do (
    for /d %%d in ("%%~r\*") do call :try "%%d\bin\java.exe"
)
if not defined java goto :missing

rem Else all jars would be opened to look for what keeps the log.
:start
set "logging=-Dslf4j.provider=ch.qos.logback.classic.spi.LogbackServiceProvider -Dslf4j.internal.verbosity=WARN"
if "%~1"=="" goto :window
if "%~1"=="--window" goto :window
rem The engine mostly waits for ffmpeg, so the JVM must not cost what it saves: one collector thread, no second compiler.
"%java%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djava.awt.headless=true %logging% "-Dreelbench.home=%home%" -jar "%home%\lib\reelbench.jar" %*
exit /b %errorlevel%

rem JavaFX wants to be modules. The JVM keeps in the archive what it learnt about our classes, and renews it itself.
:window
set "archive="
set "cache=%LOCALAPPDATA%\reelbench\cache"
if defined LOCALAPPDATA if not exist "%cache%" mkdir "%cache%" 2>nul
if defined LOCALAPPDATA if exist "%cache%" set archive=-XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%cache%\classes.jsa"
"%java%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djava.awt.headless=true -Xms64m -XX:NewSize=40m -Xmx320m -XX:MetaspaceSize=160m -XX:SweeperThreshold=100 -Xlog:disable -Djava.lang.invoke.MethodHandle.COMPILE_THRESHOLD=30 -Djdk.reflect.useNativeAccessorOnly=true %logging% %archive% "-Dreelbench.home=%home%" --module-path "%home%\lib\javafx" --add-modules javafx.controls --enable-native-access=ALL-UNNAMED,javafx.graphics -jar "%home%\lib\reelbench.jar" %*
exit /b %errorlevel%

:missing
echo reelbench: Java 25 or newer is needed; install one ^(https://adoptium.net^) or name it in REELBENCH_JAVA.>&2
exit /b 2

:unsuitable
echo reelbench: REELBENCH_JAVA is %REELBENCH_JAVA%, which is not a Java 25 or newer.>&2
exit /b 2

rem Takes the given executable if the "release" file beside it says 25 or more. Two folders up: bin, then the JDK itself.
:try
if defined java exit /b
if not exist "%~1" exit /b
if not exist "%~dp1..\release" exit /b
set "version="
for /f "usebackq tokens=2 delims==" %%v in (`findstr /b /c:"JAVA_VERSION=" "%~dp1..\release"`) do set "version=%%~v"
for /f "delims=.-+ " %%v in ("%version%") do set "version=%%v"
if not defined version exit /b
if %version% geq 25 set "java=%~1"
exit /b
