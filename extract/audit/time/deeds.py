"""Deeds: what leads to a date, or follows it, that says something was due or done then."""

from __future__ import annotations

import re
from typing import NamedTuple

from extract.audit.words.likeness import Terms, akin, stem, terms, touches

_STOP = re.compile(r"[;•●▪]|\.\s+(?=[A-ZÀÈÉÌÒÙ])|\n\s*\n")
_TO_DATE = (
    r"(?:\s*(?:e\s+non\s+oltre\s+)?(?:il|lo|l[’']|la|i|al|alla|a|ad|di|de[li]|dell[’']|fine|metà|inizio|primi|mese|giorno|ultimo"
    r"|giorni|per|data|entro|fino|sino|è|era|tassativ\w+|perentori\w+|improrogabil\w+|massim[oa])\b[’']?|\s*[:,])*\s*\Z"
)
_DUE = re.compile(
    r"(?i)\b(?:entro|non\s+oltre|non\s+più\s+(?:tardi|in\s+là)|al\s+più\s+tardi|prima(?=\s+(?:de|di|che))"
    r"|(?:termine|scadenza|data\s+(?:ultima|limite|prevista))\b[^.;\d]{0,60}?"
    r"|(?:dov|and|v[ae])\w*\s+(?:\w+\s+){1,3}(?:per|a|nel)"
    r"|scade(?:va|nza)?|fissat[oaie]|deadline|(?:da|secondo|per|in|a)\s+(?:il\s+)?(?:crono)?(?:programma|calendario|capitolato|contratto)"
    r"(?:,?\s+(?:[^\W\d_]+[’']?\s*){1,6}?)?|(?:attes|chiest|volut|previst|programmat|pianificat|promess)[oaie]\s+(?:\w+\s+){0,3}?(?:per|a|nel)"
    r"|(?:prorog|differ|posticip)[^\W\d_]+\b[^.;\d]{0,40}?(?=\b(?:al|fino|sino|ad?)\b)"
    r"|(?:termin|scaden|dat[ae])\w*\b[^.;]{0,50}?(?:rinvi|spost|port|slitt|rimand)[^\W\d_]+\b[^.;\d]{0,40}?(?=\b(?:al|fino|sino|ad?)\b)"
    r"|(?:termin|conclu|chiu|complet|ultim|avvi|attivazion|apertur|pubblicazion|approvazion|consegn)\w+"
    rf"\s+(?:\w+\s+){{0,2}}?previst[oaie])\b{_TO_DATE}"
)
# What ends, or is handed in, by others: "il contratto scade il 30 giugno", "le domande si presentano entro aprile".
_OF_OTHERS = re.compile(
    r"(?i)\b(?:contratt[oi]|appalt[oi]|convenzion[ei]|concession[ei]|polizz[ae]|mandat[oi]|bando|avviso|licenz[ae]|incaric(?:o|hi))\s+"
    r"(?:\w+\s+){0,3}?(?:scad|in\s+scadenza)\w*|\b(?:domand[ae]|istanz[ae]|offert[ae]|candidatur[ae]|iscrizion[ei]|ricors[oi]|richiest[ae])\s+"
    r"(?:\w+\s+){0,3}?(?:si\s+)?(?:present|inoltr|spedi|invi|consegn|deposit|perven|scad|accett|raccogl)\w+"
)
_ALREADY = re.compile(
    r"(?i)[^.;:\d]{0,40}?\b(?:sono|erano|è|era|furono|risulta(?:no|va|vano)?)\s+(?:\w+\s+){0,2}?(?:perven|arriv|present|deposit|iscritt|giunt)\w+"
)
_PARTICIPLE = r"(?!stat[oaie]\b)\w+(?:at|ut|it|s|st|tt|nt|rt|lt|olt|ers)[oaie]"
_ON = (
    r"(?:\bil|\bl[’']|\ba|\bad|\bin\s+data|\bnel(?:\s+(?:corso\s+del\s+)?mese\s+di)?|\bnell[’']|\bdal|\bdall[’']|\bal|\bin|\blo\s+scorso"
    r"|\bsolo\s+(?:a|il|nel)|\bgià|\bdi|\b(?:lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica))\s*(?:giorno\s+|mese\s+di\s+|fine\s+"
    r"|metà\s+|inizio\s+|primi\s+di\s+|ultimi\s+giorni\s+di\s+|fine\s+di\s+)?"
)
_DONE = re.compile(
    rf"(?i)\b(?:è|sono|stat[oaie]|risulta(?:no|va|vano)?|ven(?:ne(?:ro)?|iva|ivano)|fu(?:rono)?|ha(?:nno)?|abbiamo)\s+(?:\w+\s+){{0,2}}?"
    rf"(?P<deed>{_PARTICIPLE})\b[^.;:\d]{{0,60}}?{_ON}\Z"
)
_PAST = re.compile(
    r"(?i)\b(?P<deed>(?:si\s+)?(?:[^\W\d_]{2,}(?:irono|arono|erono)|[^\W\d_]{3,}[òì]|concluse(?:ro)?|chiuse(?:ro)?|svolse(?:ro)?"
    r"|tenne(?:ro)?|prese(?:ro)?|ebbe(?:ro)?|aprì|mise(?:ro)?|nacque(?:ro)?|decorre|decorrono))\b"
    rf"[^.;:\d]{{0,60}}?{_ON}\Z"
)
_BARE = re.compile(
    rf"(?i)(?:\A|[.;:,(–-]\s*|\n\s*|\be\s+)(?P<about>(?:[^\W\d_]+(?:[’']\s*|,?\s+)){{0,6}}?(?P<deed>{_PARTICIPLE})\b[^.;:\d]{{0,60}}?){_ON}\Z"
)
_NOUN = re.compile(
    r"(?i)(?:\A|[.;:,(–-]\s*|\n\s*|\be\s+|\bcon\s+(?:la\s+|l[’']\s*|il\s+)?|\bl[’']\s*|\bla\s+|\bil\s+)"
    r"(?P<about>(?:[^\W\d_]+\s+){0,2}?(?P<deed>[^\W\d_]{3,}(?:zione|sione|mento|tura|sura)|avvio|entrata|messa|consegna|collaudo|stipula|firma|invio"
    r"|nomina|rilascio|delibera|determina|decreto|ordinanza|contratto|convenzione|verbale|inizio|termine|fine|varo|lancio|debutto|trasloco|acquisto|posa|ripresa|ritorno|esordio|inaugurazione)"
    rf"\b[^.;:\d]{{0,90}}?)(?:\bde(?:l|ll[’'])|{_ON}|:(?:\s*(?:{_ON}))?)\s*\Z"
)
# A time in which something is to be done, in a sentence without a verb: "Pubblicazione nel primo semestre".
_IN_TIME = re.compile(
    r"(?i)\A\W*(?:[^\W\d_]+\s+){0,2}?(?P<deed>[^\W\d_]{3,}(?:zione|sione|mento|tura|sura)|avvio|consegna|collaudo|stipula|firma|nomina|rilascio"
    r"|varo|lancio|inizio|trasloco|acquisto|posa)\b.*?(?:[\s–-]+(?:nel|nell[’']|entro|in|a|ad|durante)\s*(?:il\s+)?(?:corso\s+de(?:l|ll[’'])\s*)?"
    r"(?:mese\s+di\s+)?|(?<!\d):\s*(?:il\s+)?)\Z", re.DOTALL
)
_AND_LATER = re.compile(
    r"(?i)[^.]*?\b(?:e|ed|poi|nel|nell[’'])\s+(?:\w+\s+){0,4}?"
    r"(?:secondo|terzo|quarto|successiv\w+|seguente|ne[li]|[ae]d?\s+\w+(?:aio|ile|gno|lio|sto|bre))\b"
)
_FINITE = re.compile(
    r"(?i)\b(?:è|sono|era|erano|fu|furono|ha|hanno|aveva\w*|si|viene|vengono|veniva\w*|risult\w+|stat[oaie])\b|[^\W\d_]{3,}(?:[aei]va|[aei]vano)\b"
)
_SINCE = re.compile(
    r"(?i)(?:\A|[.;:(–-]\s*|\n\s*)(?P<about>[^.;:\d]{3,90}?)(?P<deed>)\bda(?:l|ll[’'])?\s*(?:mese\s+di\s+)?\Z"
)
_CLOSING = re.compile(
    r"(?i)\b(?:verbal[ei]|certificat[oi]|attestat[oi]|attestazion[ei]|relazion[ei]|rapport[oi]|collaudo|dichiarazion[ei])\s+"
    r"(?:final[ei]|conclusiv[oaie]|di\s+(?:collaudo|ultimazione|chiusura|fine|consegna|regolare|conclusione|completamento|conformità|verifica))"
    r"\b(?:[^.;:\d]|\bn\.\s*\d+){0,50}?\b(?:de(?:l|ll[’'])|in\s+data|datat[oa]|è)\s*\Z"
)
_BY_ACT = re.compile(
    r"(?i)\b(?P<deed>(?:approv|adott|deliber|nomin|istitu|affid|aggiudic|sottoscr|stipul|firm)\w+)"
    r"\s+(?:con|mediante|tramite|dal|dalla|dall[’']|in|nel|nella|nell[’']|giusta|durante)\b[’']?(?:[^.;]|\bn\.){0,70}\bde(?:l|ll[’'])\s*\Z"
)
_FIRST = re.compile(
    r"(?i)(?:\A|[.;:,(]\s*|\n\s*|\be\s+|\bche\s+)(?:solo\s+|soltanto\s+|già\s+|infine\s+|poi\s+|finalmente\s+|e\s+)?"
    r"(?:il|l[’']|dal|dall[’']|a|ad|in|nel(?:\s+mese\s+di)?|in\s+data|a\s+(?:partire|decorrere)\s+da(?:l|ll[’'])|con\s+decorrenza\s+dal"
    r"|con\s+effetto\s+dal|lo\s+scorso)\s*(?:fine\s+|metà\s+|inizio\s+|giorno\s+)?\Z"
)
_THEN = re.compile(
    rf"(?i)\s*,?\s*(?P<about>[^.;:\d]{{0,80}}?\b(?:(?:è|sono|si\s+è|si\s+sono|ha|hanno|abbiamo|fu|furono|risulta|risultano)\s+(?:\w+\s+){{0,2}}?"
    rf"(?P<deed>{_PARTICIPLE})|(?:resta|restano|è|sono|funziona|funzionano|opera|operano|rimane|apre|aprono|entra|parte|partono)\s+(?:\w+\s+){{0,2}}?"
    r"(?:apert|attiv|operativ|funzion|disponibil|consultabil|in\s|on|accessibil|vigor)?)\b)"
)
_NOT_DONE = re.compile(
    r"(?i)\b(?:sarà|saranno|verrà|verranno|dovrà|dovranno|andrà|prorog\w+|rinvi\w+|differ\w+|posticip\w+|slitt\w+|previst\w+|attes\w+"
    r"|programmat\w+|pianificat\w+|entro|scad\w+|termin[ei]|fino|sino|non|perché|poiché|dopo|prima"
    r"|pervenut\w+|ricevut\w+|arrivat\w+|maturat\w+|riferit\w+|scadut\w+|iscritt\w+|rest[ai]\w*|mancat\w+|sospes\w+|interrott\w+|chied\w+|chiest\w+|risaliv\w+|[^\W\d_]+(?:erà|eranno|irà|iranno|arà|aranno))\b"
)
# What others do, or what only a record of it is, where it is not just what was asked.
_BY_OTHERS = re.compile(r"(?i)\b(?:presentat|depositat|protocollat|rilevat|aggiornat|registrat|censit)\w+\b")
_OF_A_NOUN = re.compile(  # "i contributi del bando approvato il 12 novembre 2020"
    rf"(?i)\b(?:de|a|da|ne|su)(?:l\s|ll[’']\s?|lla\s|i\s|gli\s|lle\s)\s*\w+\s+{_PARTICIPLE}\s+(?:(?:con|dal|dalla|in)\s+\w+\s+)?{_ON}\Z"
)
_ENDED = re.compile(r"(?i)(?:si\s+)?(?:termin|ultim|complet|conclu|chiu|finit|finì|esaurit)\w*\Z")
_BEGUN = re.compile(r"(?i)\b(?:approvat|adottat|deliberat|avviat|avvio|iniziat|inizio|partit|ripres|ripart)\w*")
_LITTLE = 3  # letters of "si", "è"
_NAMED = 2  # words, of which one would name what it was done to
_BEFORE = 12  # characters before a deed in which a "non" or "sarà" may stand


class Deed(NamedTuple):
    """What was done, in the words around a date, and how many characters before the date they begin.

    `asked` where just that was to be done; `closing` for what ends something, or where nothing else is named.
    """

    about: str
    before: int
    asked: bool = False
    closing: bool = False


def due_before(lead: str, behind: str = "", asked: Terms = ()) -> int | None:
    """How many characters before a date the words begin by which something is to be done by then; None: it is not.

    `asked`: the stems of what the indicators or the title name, which alone may be due "nel primo semestre".
    """
    lead = _last_clause(lead)
    found = _DUE.search(lead) or _in_time(lead, behind, asked)
    if found is None or _OF_OTHERS.search(lead) or _ALREADY.match(behind):
        return None
    return len(lead) - found.start()


def _in_time(lead: str, behind: str, asked: Terms) -> re.Match[str] | None:
    found = _IN_TIME.search(lead) if asked else None
    if found is None or _FINITE.search(lead) or _AND_LATER.match(behind):
        return None
    return found if touches((stem(found["deed"].lower()),), asked) else None


def done_on(lead: str, behind: str, asked: Terms) -> Deed | None:
    """What is said to have been done on a date, by the words before it or behind it; None where nothing is.

    `asked`: what an objective asks, in terms and, for what is to be done, in stems of every word. What only
    begins, or is only decided, is done where the objective asks just that.
    """
    lead = _last_clause(lead)
    if closing := _CLOSING.search(lead):
        return Deed(lead, len(lead) - closing.start(), closing=True)
    if _OF_A_NOUN.search(lead):
        return None
    act = _BY_ACT.search(lead)
    if act:
        return Deed(act["deed"], len(lead) - act.start()) if _is_one_of(act["deed"], asked) else None
    for form in (_DONE, _PAST, _BARE, _NOUN, _SINCE):
        found = form.search(lead)
        if found is None:
            continue
        said = lead[max(0, found.start("deed") - _BEFORE) :]
        same = _is_one_of(found["deed"], asked)
        if _NOT_DONE.search(said) or (not same and (_BEGUN.search(found["deed"]) or _BY_OTHERS.search(said))):
            continue
        about = lead if form in (_DONE, _PAST) else found["about"]
        if form not in (_NOUN, _SINCE) or touches(terms(about), asked):
            ends = _ENDED.match(found["deed"]) is not None or (form is _BARE and len(about.split()) < _NAMED)
            return Deed(about, len(lead) - found.start("deed"), same, closing=ends)
    first = _FIRST.search(lead)
    if first and (then := _THEN.match(behind)) and not _NOT_DONE.search(then["about"]):
        other = then["deed"] and (_BEGUN.search(then["deed"]) or _BY_OTHERS.search(then["deed"]))
        return None if other and not _is_one_of(then["deed"], asked) else Deed(then["about"], len(lead) - first.start())
    return None


def _is_one_of(deed: str, asked: Terms) -> bool:
    """True for a deed of what is asked: "avviato" of "avvio", "aperto" of "apertura"."""
    words = [word for word in deed.lower().split() if len(word) > _LITTLE]
    return any(
        akin(stem(word), one) or (len(one) >= _LITTLE and word.startswith(one)) for word in words for one in asked
    )


def _last_clause(lead: str) -> str:
    return lead[max((cut.end() for cut in _STOP.finditer(lead)), default=0) :]
