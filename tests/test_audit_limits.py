"""The most that a score can be, wherever and however a report says it: scales, caps in percent, weights, words."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.audit.words.scales import cap_of, keeps_to_weights, scale_anywhere, scale_of
from tests.audits import quotes, told
from tests.narrative import read_text

SCALES = (
    ("Per ciascun obiettivo il Nucleo dispone di una dote di punti, fino a un massimo di 20.", 20),
    ("I voti dell’OIV sono espressi in decimi.", 10),
    ("I voti dell’O.I.V. sono espressi in decimi.", 10),
    ("Il voto del N.d.V. va dallo zero al dieci.", 10),
    ("L'OIV si esprime in trentesimi.", 30),
    ("La valutazione dell'OIV è resa in ventesimi.", 20),
    ("Il Nucleo attribuisce a ogni obiettivo un numero di punti che non oltrepassa i 25.", 25),
    ("Ogni obiettivo vale trenta punti, non uno di più.", 30),
    ("A ciascun obiettivo sono riservati venti punti.", 20),
    ("Il punteggio di ogni obiettivo è compreso nell'intervallo 0-20.", 20),
    ("Il punteggio è compreso nell'intervallo [0, 50].", 50),
    ("I punti a disposizione del Nucleo per ogni obiettivo sono al massimo venti.", 20),
    ("Il Nucleo distribuisce punti fino ad un tetto di 40 per obiettivo.", 40),
    ("La scala dei punteggi ha cinque gradini, da 1 a 5.", 5),
    ("Legenda: 1 = insufficiente, 2 = sufficiente, 3 = buono, 4 = ottimo.", 4),
    ("Scala: 0 non raggiunto, 1 parzialmente raggiunto, 2 raggiunto in larga parte, 3 pienamente raggiunto.", 3),
    ("Il massimo dei voti è dieci.", 10),
    ("Il massimo dei punti assegnabili è 30.", 30),
    ("Il voto massimo è il 10.", 10),
    ("Il punteggio pieno corrisponde a 20 punti.", 20),
    ("Chi raggiunge pienamente il target ottiene 20 punti, che sono il massimo.", 20),
    ("Per ogni obiettivo si attribuiscono punti in numero non superiore a 15.", 15),
    ("L'OIV valuta gli obiettivi con un voto che va da 1 a 10.", 10),
    ("La valutazione è in centesimi.", 100),
    ("Il giudizio si esprime con un numero da uno a cinque.", 5),
    ("Il tetto massimo dei punti è 20 per obiettivo.", 20),
    ("Il valore massimo del punteggio è 50.", 50),
    ("Il punteggio attribuibile è di 20 punti al massimo.", 20),
    ("Massimo punteggio attribuibile ad ogni obiettivo: 20", 20),
    ("Punteggio max: 20", 20),
    ("Max 20 punti per obiettivo", 20),
    ("Punti max 20", 20),
    ("Ai singoli obiettivi il Nucleo assegna da un minimo di 0 a un massimo di 20 punti.", 20),
    ("Il punteggio va da un minimo di 1 a un massimo di 5.", 5),
    ("La scala di valutazione adottata è decimale (da 0 a 10).", 10),
    ("Nessun obiettivo può ricevere più di venti punti.", 20),
    ("Non si danno più di dieci punti a obiettivo.", 10),
    ("Il punteggio dell'obiettivo può arrivare sino a 30.", 30),
    ("I punteggi sono attribuiti su una scala centesimale.", 100),
    ("La scala di giudizio è a cinque livelli.", 5),
    ("Si è adottata una scala a quattro valori.", 4),
    ("Il voto è dato su dieci.", 10),
    ("Le valutazioni sono espresse su dieci.", 10),
    ("La valutazione si fa con voti decimali.", None),
    ("I punti sono assegnati da una commissione di 5 membri.", None),
    ("Il massimo dei ribassi è del 10 per cento.", None),
    ("Un massimo di 20 partecipanti per corso.", None),
    ("Il Nucleo si riunisce fino a un massimo di 20 volte.", None),
    ("Il Nucleo valuta fino a un massimo di 20 obiettivi.", None),
    ("La valutazione riguarda fino a un massimo di 12 indicatori.", None),
    ("La valutazione media è passata da 7 a 8.", None),
    ("I punti di accesso sono 30, non uno di più.", None),
    ("Lo sconto vale venti punti.", None),
    ("I punti vendita aperti sono al massimo venti.", None),
    ("Gli obiettivi sono venti, ripartiti in cinque aree.", None),
    ("Il punteggio si calcola in base a tre indicatori.", None),
    ("Il Nucleo dispone di 3 componenti e di un massimo di 20 ore.", None),
    ("Per gli 8 obiettivi il Nucleo ha dato punteggi alti.", None),
    ("La valutazione è in linea con il 2019.", None),
    ("L'ufficio risponde in 5 giorni: 1 = lunedì.", None),
    ("Nel 2019 il punteggio massimo è stato ottenuto da 12 obiettivi.", None),
    ("Le schede sono state valutate da 2 a 5 persone.", None),
    ("La valutazione su dieci obiettivi è stata rinviata.", None),
)
CAPS = (
    (
        "Per ogni obiettivo l’OIV riconosce una percentuale di raggiungimento, con un tetto del "
        "110%: quanto eccede il tetto non si computa.",
        110,
    ),
    ("La percentuale di conseguimento non può in alcun caso superare il 120%.", 120),
    ("Il raggiungimento è riconosciuto fino a un massimo del 150 per cento.", 150),
    ("Ai fini della valutazione, oltre il 110% le eccedenze non si considerano.", 110),
    ("L'OIV può attribuire al massimo il 120%.", 120),
    ("Il grado di realizzazione si arresta comunque al 105%.", 105),
    ("Le percentuali superiori al 110% sono ricondotte al 110%.", 110),
    ("Il grado di raggiungimento è compreso tra 0 e 120%.", 120),
    ("Il tetto massimo di riconoscimento del raggiungimento è il 110%.", 110),
    ("Percentuale di raggiungimento (max 110%)", 110),
    ("Nessun obiettivo può valere più del 120%.", 120),
    ("Il punteggio percentuale non è mai superiore al 110%.", 110),
    ("La valutazione percentuale arriva, al più, al 110 per cento.", 110),
    ("È previsto un limite del 130% al grado di raggiungimento.", 130),
    ("I gradi di raggiungimento oltre il 100% non sono ammessi.", 100),
    ("Non sono ammesse percentuali di raggiungimento oltre il 110%.", 110),
    ("Il raggiungimento medio del 2018 è stato del 110%.", None),
    ("Il grado di raggiungimento non ha superato il 100%.", None),
    ("Gli investimenti hanno superato il 110% della previsione.", None),
    ("Il superbonus del 110% è un limite per gli uffici.", None),
    ("Il raggiungimento può superare il 100%.", None),
    ("Il grado di raggiungimento medio, pari al 104%, è in crescita.", None),
    ("Nel 2018 due obiettivi hanno superato il 120%.", None),
    ("L'OIV ha esaminato il 100% delle schede.", None),
    ("La percentuale di realizzazione del piano è passata dal 90% al 110%.", None),
    ("L'obiettivo è conseguito se il risultato è pari almeno al 100% del target.", None),
    ("La premialità massima è del 120% dello stipendio.", None),
    ("Il valutatore può richiedere il 100% dei documenti.", None),
    ("Il punteggio massimo spetta con il 100% del target.", None),
    ("Chi supera il 110% del target ha la lode.", None),
)
WEIGHTS = (
    (
        "Il punteggio di ciascun obiettivo, espresso dal Nucleo di Valutazione in esito "
        "all’istruttoria, non può in alcun caso eccedere il peso che all’obiettivo stesso è riconosciuto.",
        True,
    ),
    ("Il voto dato a un obiettivo non supera mai il suo peso.", True),
    ("I punti non possono essere superiori al peso.", True),
    ("Il punteggio massimo coincide con il peso.", True),
    ("Il peso è il tetto del punteggio.", True),
    ("Il peso indica il punteggio massimo conseguibile.", True),
    ("Il punteggio è una quota del peso.", True),
    ("Il Nucleo riconosce, in tutto o in parte, il peso dell'obiettivo.", False),
    ("Per ciascun obiettivo si assegnano punti fino al peso.", True),
    ("Al massimo un obiettivo ottiene tanti punti quant'è il suo peso.", True),
    ("Il punteggio conseguibile è al massimo il peso dell'obiettivo.", True),
    ("Nessun obiettivo può ottenere un punteggio maggiore del proprio peso.", True),
    ("La somma dei pesi è 100.", False),
    ("Il punteggio si ottiene moltiplicando il peso per il grado.", False),
    ("Il peso dell'obiettivo è espresso in centesimi.", False),
    ("Il punteggio è ponderato con il peso.", False),
    ("Gli obiettivi hanno un peso non superiore a 20.", False),
    ("Il peso di ogni obiettivo non supera 30.", False),
    ("Il peso è dato dal punteggio di rilevanza.", False),
    ("Il punteggio può andare oltre il peso.", False),
    ("Il punteggio è pari al peso per la percentuale.", False),
)
BEYOND = (  # what the report says in front, how the score is printed, and one that is not beyond
    ("I voti dell’OIV sono espressi in decimi.", "Valutazione OIV: voto {}", "12", "9"),
    ("I voti dell’O.I.V. sono espressi in decimi.", "Valutazione OIV: voto {}", "dodici", "otto e mezzo"),
    ("", "Valutazione OIV: {} punti su trenta", "trentadue", "ventinove"),
    ("", "Valutazione OIV: {} trentesimi", "trentadue", "trenta"),
    ("", "Valutazione del Nucleo di Valutazione: {} decimi", "11", "9"),
    (
        "Il Nucleo dispone di una dote di punti, fino a un massimo di 20.", "Valutazione del "
        "Nucleo: punti {}", "22",
        "20",
    ),
    ("L’OIV riconosce una percentuale di raggiungimento, con un tetto del 110%.", "Valutazione OIV: {}%", "120", "110"),
    ("Il grado di raggiungimento non può superare il 105%.", "Valutazione OIV: {}%", "106", "104"),
)
REST = "".join(
    f"\n\nOBIETTIVO N. {at}\n\nAltro {word}\n\nDescrizione: {{brackets}}Testo.\n\nRisultati: fatto.\n\n{{score}}"
    for at, word in ((2, "ufficio"), (3, "archivio"), (4, "sportello"))
)


def report(folder: Path, front: str, first: str, others: str, brackets: str = "", tail: str = "") -> list[list[str]]:
    """What is found above its maximum where the first of four objectives has another score."""
    body = f"OBIETTIVO N. 1\n\nTitolo\n\nDescrizione: {brackets}Testo.\n\nRisultati: fatto.\n\n{first}"
    rest = REST.format(score=others, brackets=brackets)
    read = read_text(folder, body + rest + tail, f"COMUNE DI PONTALTO\nRelazione sulla performance 2020\n{front}\n\n")
    return [quotes(one) for one in told(read, "evaluation.above-maximum")]


@pytest.mark.parametrize(("said", "most"), SCALES)
def test_a_scale_is_read_in_whatever_words(said: str, most: float | None) -> None:
    assert scale_of(said) == most


@pytest.mark.parametrize(("said", "most"), CAPS)
def test_a_cap_is_read_in_whatever_words(said: str, most: float | None) -> None:
    assert cap_of(said) == most


@pytest.mark.parametrize(("said", "kept"), WEIGHTS)
def test_scores_that_are_no_more_than_weights_are_known(said: str, kept: bool) -> None:
    assert keeps_to_weights(said) is kept


@pytest.mark.parametrize(("front", "printed", "above", "within"), BEYOND)
def test_a_score_beyond_what_a_report_allows_is_told(
    tmp_path: Path, front: str, printed: str, above: str, within: str
) -> None:
    found = report(tmp_path, front, printed.format(above), printed.format(within))
    assert [any(above in one for one in proof) for proof in found] == [True]
    assert report(tmp_path, front, printed.format(within), printed.format(within)) == []


def test_a_score_above_the_weight_in_brackets_is_told(tmp_path: Path) -> None:
    front = "Il punteggio di ogni obiettivo non può eccedere il peso che gli è riconosciuto."
    line = "Punteggio attribuito dal Nucleo di Valutazione: {}"
    assert len(report(tmp_path, front, line.format(17), line.format(15), "(Peso 15) ")) == 1
    assert report(tmp_path, front, line.format(15), line.format(12), "(Peso 15) ") == []


def test_a_scale_may_stand_behind_the_objectives(tmp_path: Path) -> None:
    line, tail = "Valutazione OIV: voto {}", "\n\nNote: i voti dell’OIV sono in decimi."
    assert len(report(tmp_path, "", line.format(12), line.format(9), tail=tail)) == 1
    assert scale_anywhere("Il punteggio massimo dell’offerta tecnica è 70. Il voto dell’OIV va da 0 a 10.") == 10
    assert scale_anywhere("Il punteggio massimo dell’offerta tecnica è 70.") is None
