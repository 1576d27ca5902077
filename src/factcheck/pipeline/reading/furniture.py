"""The text of a page in → the article in it, without what the site puts around every article.

Only whole lines go, and only at the end and the beginning; in between, nothing but advert labels.
The comment form wordings are those of the WordPress core translations.
"""

from __future__ import annotations

import re

_FORM_HEADINGS = (
    r"leave a (reply|comment)( cancel reply)?( to .{1,60})?|post (a )?comment|add (a|your) comment|write a comment",
    r"(no|0) (comments|responses)( yet)?|comments (are|have been) (closed|disabled|turned off).{0,40}",
    r"your e-?mail address will not be published\.?( required fields are marked( with)?( an)? ?\*?\.?)?",
    r"добавить комментарий|оставить комментарий|комментарии( ?\(\d+\))?",
    r"(залишити|додати) (відповідь|коментар)|коментарі( ?\(\d+\))?",
    r"schreiben? sie einen kommentar|schreibe einen kommentar|kommentare( ?\(\d+\))?",
    r"laisser un commentaire|deja (una respuesta|un comentario)",
)
_FORM = (
    r"(show |view |read |load |see )?(all |more )?(\d+ )?(comments?|replies|responses)( ?\(\d+\))?",
    r"more from [^.!?]{1,40}|previous|next",
    r"cancel reply|submit( comment)?|join the (discussion|conversation)|be the first to (comment|reply)",
    r"required fields are marked( with)?( an)? ?\*?\.?",
    r"(comment|name|e-?mail|website|your (name|e-?mail|comment)) ?\*?:?",
    r"save my name,? e-?mail,?( and website)? in this browser for the next time i comment\.?",
    r"notify me (of|about|when) .{1,60}|this site uses akismet.{0,120}|learn how your comment data is processed\.?",
    r"(please )?(log|sign) ?in( or (register|sign up))?( (to|with) .{1,40})?|register|sign up|log ?out|reply|Δ",
    r"ваш (адрес )?e-?mail не будет опубликован.{0,60}|обязательные поля помечены \*?|отправить комментарий|имя ?\*?",
    r"ваша e-?mail адреса не оприлюднюватиметься.{0,60}|kommentar (absenden|abschicken)",
    r"(deine|ihre) e-?mail-adresse wird nicht veröffentlicht.{0,80}",
    r"votre adresse e-?mail ne sera pas publiée.{0,80}",
    r"tu dirección de correo electrónico no será publicada.{0,80}",
)
_SHARING = (
    r"(share|like|tweet|print|email|save|copy link|bookmark)( this)?:?",
    r"facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest",
    r"share (this|on|via|with)( (article|story|post|page|link|friends))?:?",
    r"share (on|via) (facebook|twitter|x|whatsapp|telegram|linkedin|reddit|e-?mail)",
    r"(click to )?(share|email|print) .{0,40}\(opens in new window\)|like this:?|(like )?loading\W{0,4}",
    r"follow us( on [^.!?]{1,60})?[:.]?|(join|follow) us on (telegram|facebook|twitter|x|whatsapp|instagram)\W?",
    r"поделиться( .{1,30})?:?|подпи(сывайтесь|шитесь) на наш.{0,60}|teilen:?|partager:?|compartir:?",
)
_SIGN_UP = (
    r"(sign up|subscribe) ?(to|for) (our|the|my) .{0,40}(newsletters?|updates|alerts|channel|podcast)( .{1,30})?[.!]?",
    r"(subscribe|subscribe now|sign up now|(get )?our newsletter|newsletter( sign-?up)?)[.!]?",
    r"(enter |type )?your e-?mail( address)?\W{0,3}|privacy (policy|notice)\.?|terms (of (use|service)|and conditions)",
    r"we use cookies.{0,200}|this (site|website) uses cookies.{0,200}|(accept|reject|allow|manage) (all )?cookies\.?",
    r"(accept|reject) all|cookie (settings|policy|preferences)|manage (my )?(preferences|choices)",
    r"©.{0,120}|(\(c\)|copyright)\W{0,3}(©|\d{4}).{0,120}|all rights reserved\.?",
    r"back to top|skip to (main )?content|(report|flag) (a|an) (error|typo|mistake)\W?",
    r"(topics|tags|filed under|categories|теги|темы)(:[^.!?]{0,120})?|menu|open menu|close menu|search",
)
_LISTS = (
    r"(related|recommended|similar|latest|popular|trending|other|top) (articles?|stor(y|ies)|posts?|news|topics):?",
    r"related( content)?:?|recommended( for you)?:?|explore more[^.!?]{0,40}",
    r"more (on this( story| topic)?|stories|like this|news):?",
    r"you (may|might) (also )?(like|enjoy|be interested in)\W{0,3}|(see also|read (also|next|more)|up next)\W{0,3}",
    r"most (read|popular|viewed|shared|commented)( [^.!?]{1,30})?|trending( now)?|editor.?s.? picks?|what to read next",
    r"(previous|next) (post|article|story):?|post navigation|share this article|today.?s top stories",
    r"чита(йте|ть) также:?|по теме:?|другие новости:?|новости партн[её]ров|читайте (ще|також):?",
    r"lesen sie auch:?|mehr zum thema:?|lire aussi:?|à lire aussi:?|lea también:?",
)
_ADVERTS = (
    r"\W*(advertisements?|sponsored( content)?|реклама|anzeige|publicité|publicidad)\W*",
    r"(article|story|content) continues (below|after)( (this )?(advertisement|ad))?\W*",
    r"skip (past )?(advert|ad|advertisement)",
)


def _whole_line(*groups: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for group in groups for pattern in group), re.IGNORECASE)


_AROUND = _whole_line(_FORM_HEADINGS, _FORM, _SHARING, _SIGN_UP, _LISTS, _ADVERTS)
_HEADING = _whole_line(_FORM_HEADINGS, _LISTS)
_ADVERT = _whole_line(_ADVERTS)
_LIST_MARK = re.compile(r"^[\W\d_]{0,4}\s+(?=\w)")
_SENTENCE_END = re.compile(r"[.!…][\"'”’»)\]]*$|\?[\"'”’»)\]]+$")
_LONGEST_FURNITURE = 300
_LONGEST_LINK = 160
_MOST_LINKS = 15


def without_furniture(text: str) -> str:
    """`text` without comment forms, share, subscribe and cookie lines, related lists and advert labels.

    Expects cleaned text. Returns "" when there is nothing else in it.
    """
    lines = _without_adverts(text.split("\n"))
    lines = lines[: _article_end(lines)]
    return "\n".join(lines[_article_start(lines) :]).strip("\n")


def _without_adverts(lines: list[str]) -> list[str]:
    """`lines` less the advert labels, each with the blank lines below it that would double those above."""
    kept: list[str] = []
    is_below_advert = False
    for line in lines:
        if _matches(_ADVERT, line):
            is_below_advert = True
        elif not is_below_advert or line or (kept and kept[-1]):
            kept.append(line)
            is_below_advert = is_below_advert and not line
    return kept


def _article_start(lines: list[str]) -> int:
    return next((i for i, line in enumerate(lines) if line.strip() and not _matches(_AROUND, line)), len(lines))


def _article_end(lines: list[str]) -> int:
    """Where the closing furniture begins, going up line by line from the end.

    Lines that look like links may be headlines under "Related articles" or fields of a form: they go
    only when such a heading is found above them. Any sentence stops the walk.
    """
    end, links = len(lines), 0
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index].strip()
        if not line:
            continue
        if _matches(_AROUND, line) and (not links or _matches(_HEADING, line)):
            end, links = index, 0
        elif _looks_like_a_link(line) and links < _MOST_LINKS:
            links += 1
        else:
            break
    return end


def _matches(pattern: re.Pattern[str], line: str) -> bool:
    line = line.strip()
    if not line or len(line) > _LONGEST_FURNITURE:
        return False
    return any(map(pattern.fullmatch, (line, _LIST_MARK.sub("", line))))


def _looks_like_a_link(line: str) -> bool:
    return len(line) <= _LONGEST_LINK and not _SENTENCE_END.search(line)
