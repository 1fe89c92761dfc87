/** Asks the program itself what may stand where the cursor is: the first line says of which kind the others are. */
const BASH = String.raw`# bash completion of gradnb: source <(gradnb completion bash)
_gradnb() {
  local cur=\${COMP_WORDS[COMP_CWORD]} kind= line ending IFS=$'\n'
  [[ $cur == = ]] && cur=
  COMPREPLY=()
  while read -r line; do
    if [[ -z $kind ]]; then kind=$line
    elif [[ $cur == [\"\']* ]]; then COMPREPLY+=("$line")
    else COMPREPLY+=("$(printf %q "$line")")
    fi
  done < <("$1" complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  case $kind in
    files | folders) ;;
    files\ *) ;;
    *) return ;;
  esac
  compopt -o filenames 2>/dev/null
  COMPREPLY=($(compgen -d -- "$cur"))
  [[ $kind == files ]] && COMPREPLY=($(compgen -f -- "$cur"))
  IFS=' '
  local -a endings=(\${kind#files})
  IFS=$'\n'
  [[ $kind == files\ * ]] || return
  for ending in "\${endings[@]}"; do COMPREPLY+=($(compgen -f -X "!*.$ending" -- "$cur")); done
}
complete -F _gradnb gradnb
`.replaceAll('\\$', '$')

const ZSH = String.raw`#compdef gradnb
# zsh completion of gradnb: source <(gradnb completion zsh), below compinit
_gradnb() {
  local -a lines endings
  lines=("\${(@f)$($words[1] complete -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
  local kind=$lines[1]
  case $kind in
    files) _files ;;
    files\ *) endings=(\${=kind#files}); _files -g "*.(\${(j:|:)endings})" ;;
    folders) _files -/ ;;
    words) (( $#lines > 1 )) && compadd -- "\${(@)lines[2,-1]}" ;;
  esac
}
if [[ $funcstack[1] == _gradnb ]]; then _gradnb "$@"; else compdef _gradnb gradnb; fi
`.replaceAll('\\$', '$')

const FISH = `# fish completion of gradnb: gradnb completion fish | source
function __gradnb_complete
  set -l typed (commandline -opc)
  set -l current (commandline -ct)
  set -l lines ($typed[1] complete -- $typed[2..-1] "$current" 2>/dev/null)
  switch "$lines[1]"
    case 'files *'
      __fish_complete_suffix .gradnb
    case files
      __fish_complete_path "$current"
    case folders
      __fish_complete_directories "$current"
    case words
      printf '%s\\n' $lines[2..-1]
  end
end
complete -c gradnb -f -a '(__gradnb_complete)'
`

/** A script for each shell that has the program asked as a person types. */
export const SHELLS: Readonly<Record<string, string>> = { bash: BASH, zsh: ZSH, fish: FISH }
