#!/bin/bash
# Installs the release binary, its completions and the licence texts, or removes them. Usage: install.sh install|uninstall PREFIX
set -euo pipefail
cd "$(dirname "$0")/.."

prefix=$2
binary=$prefix/bin/xtraq
bash_completion=$prefix/share/bash-completion/completions/xtraq
zsh_completion=$prefix/share/zsh/site-functions/_xtraq
fish_completion=$prefix/share/fish/vendor_completions.d/xtraq.fish
licences=$prefix/share/doc/xtraq

case "$1" in
    install)
        built=$(swift build -c release --show-bin-path)/xtraq
        install -d "$prefix/bin" "$(dirname "$bash_completion")" "$(dirname "$zsh_completion")" \
            "$(dirname "$fish_completion")" "$licences"
        install -m 755 -s "$built" "$binary"
        "$built" --generate-completion-script bash > "$bash_completion"
        "$built" --generate-completion-script zsh > "$zsh_completion"
        "$built" --generate-completion-script fish > "$fish_completion"
        Scripts/licences.sh "$licences"
        echo "Installed $binary, completions for bash, zsh and fish, and the licence texts in $licences."
        ;;
    uninstall)
        rm -f "$binary" "$bash_completion" "$zsh_completion" "$fish_completion"
        rm -rf "$licences"
        echo "Removed xtraq from $prefix."
        ;;
esac
