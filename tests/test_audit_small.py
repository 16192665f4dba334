"""Small contradictions of one objective, each wording beside innocent ones that raise nothing of their check."""

from __future__ import annotations

from pathlib import Path

import pytest
from audits import told
from narrative import read_text

ACHIEVEMENT, LATE, OUTSIDE = "ratio.achievement", "time.late", "time.outside-year"
FULL, OUTCOME, ABOVE = (
    "evaluation.full-score-on-missed-target",
    "evaluation.score-against-outcome",
    "evaluation.above-maximum",
)
Told = tuple[str, str, str, str, str]  # title, description, indicator, results, score

WRONG: tuple[tuple[str, Told], ...] = (
    (ABOVE, ("Voucher", "Punteggio massimo attribuibile all'obiettivo: 20 punti.", "Voucher", "Concessi.", "24")),
    (ABOVE, ("Orientamento (max p. 15)", "Incontri.", "Scuole", "Incontrate le scuole.", "17,5")),
    (
        ABOVE,
        (
            "Cinghiale",
            "Peso dell'obiettivo 25; il punteggio finale non può eccedere il peso.",
            "Uscite",
            "Uscite.",
            "30",
        ),
    ),
    (
        ABOVE,
        ("Solleciti", "Gradi di giudizio: 0 = non avviato; 1 = avviato; 2 = concluso.", "Solleciti", "Inviati.", "3"),
    ),
    (OUTCOME, ("Mostra sulla lince", "Mostra.", "Mostra allestita", "La mostra non ha avuto luogo.", "50/50")),
    (OUTCOME, ("Borsa merci", "Avvio.", "Avvio", "L'iniziativa è stata abbandonata.", "20/20")),
    (OUTCOME, ("Intesa", "Intesa.", "Intesa", "Obiettivo non raggiunto.", "100%")),
    (
        FULL,
        (
            "Compilazione",
            "Questionari.",
            "Tasso di compilazione non inferiore all'85%",
            "Il tasso di compilazione è stato del 79,5%.",
            "100%",
        ),
    ),
    (
        FULL,
        (
            "Carta",
            "Adottata da tutti i dipartimenti.",
            "Dipartimenti",
            "Hanno adottato la carta undici dipartimenti sui quattordici dell'Ateneo.",
            "5/5",
        ),
    ),
    (
        FULL,
        (
            "Cippi",
            "Ricollocazione.",
            "Cippi ricollocati: tutti",
            "I cippi sono stati ricollocati, tranne tre.",
            "15/15",
        ),
    ),
    (
        ACHIEVEMENT,
        (
            "Ispezioni",
            "Ispezioni.",
            "Ispezioni: 60",
            "Le ispezioni, 66, superano del 20% il valore programmato.",
            "90/100",
        ),
    ),
    (
        ACHIEVEMENT,
        (
            "Ore",
            "Corsi per 240 ore d'aula.",
            "Ore d'aula",
            "Erogate 480 ore d'aula, il triplo di quelle che il programma richiedeva.",
            "90/100",
        ),
    ),
    (
        ACHIEVEMENT,
        (
            "Questionari",
            "Raccolta di 1.200 questionari.",
            "Questionari",
            "Raccolti 600 questionari, i due terzi di quanto l'Ateneo si era prefisso.",
            "50/100",
        ),
    ),
    (
        ACHIEVEMENT,
        (
            "Convenzioni",
            "Sottoscrizione di cinquanta convenzioni.",
            "Convenzioni",
            "Sottoscritte 40 convenzioni: il valore prefissato resta scoperto per il 35%.",
            "85/100",
        ),
    ),
    (ACHIEVEMENT, ("Mediazione", "Mediazione.", "Procedure", "Prev. 45 – cons. 36 – ragg. 88%.", "85/100")),
    (
        LATE,
        (
            "Ricognizione",
            "Scadenza della ricognizione: 20 novembre 2018.",
            "Ricognizione",
            "La ricognizione si è chiusa dieci giorni dopo la scadenza assegnata.",
            "10/10",
        ),
    ),
    (
        LATE,
        (
            "Ordinanza",
            "Emissione dell'ordinanza, cui provvedere nella prima decade di giugno.",
            "Ordinanza emessa",
            "Ordinanza n. 9, emessa il 24 giugno 2018.",
            "15/15",
        ),
    ),
    (
        OUTSIDE,
        (
            "Rilascio di esemplari",
            "Rilascio.",
            "Esemplari rilasciati",
            "Gli esemplari sono stati rilasciati nell'anno precedente.",
            "90/100",
        ),
    ),
    (
        OUTSIDE,
        (
            "Carta dei servizi",
            "Approvazione.",
            "Carta approvata",
            "Carta approvata: delib. n. 14 del 25/01/2016.",
            "95/100",
        ),
    ),
    (
        OUTSIDE,
        (
            "Rilievi",
            "Rilievi.",
            "Notti di rilievo",
            "Il rilievo è avvenuto nelle notti del 9, 10 e 12 luglio 2016.",
            "85/100",
        ),
    ),
    (
        OUTSIDE,
        (
            "Ispezioni nelle sedi",
            "Ispezioni.",
            "Sedi ispezionate",
            "Le sedi sono state ispezionate nella primavera del 2016.",
            "85/100",
        ),
    ),
)
INNOCENT: tuple[tuple[str, Told], ...] = (
    (ABOVE, ("Gara", "Il punteggio massimo dell'offerta tecnica è di 70 punti.", "Gara", "Aggiudicata.", "85")),
    (ABOVE, ("Selezioni", "La commissione valuta i candidati in trentesimi.", "Selezioni", "Svolte.", "85")),
    (ABOVE, ("Laboratori (max 15 studenti)", "Laboratori.", "Laboratori", "Svolti.", "85")),
    (OUTCOME, ("Mostra", "Mostra.", "Mostra", "La mostra non ha avuto luogo nel museo ma in biblioteca.", "100/100")),
    (OUTCOME, ("Veicoli", "Rimozione.", "Veicoli", "I veicoli abbandonati sono stati rimossi.", "100/100")),
    (
        FULL,
        (
            "Carta",
            "Adottata da tutti i dipartimenti.",
            "Carta",
            "Tutti i dipartimenti hanno adottato la carta, tranne due giornate di chiusura.",
            "100/100",
        ),
    ),
    (
        FULL,
        ("Cantieri", "Ispezione di tutti i cantieri.", "Cantieri", "Ispezionati 14 cantieri sui 14 aperti.", "100/100"),
    ),
    (ACHIEVEMENT, ("Corsi", "Dodici corsi.", "Corsi", "Svolti 14 corsi, il 20% in più del 2017.", "100/100")),
    (
        ACHIEVEMENT,
        ("Corsi", "Dodici corsi.", "Corsi", "Svolti 18 corsi, superiori del 50% al numero previsto.", "100/100"),
    ),
    (
        ACHIEVEMENT,
        ("Corsi", "Dodici corsi.", "Corsi", "Svolti 20 corsi, quasi il doppio di quanto previsto.", "100/100"),
    ),
    (
        LATE,
        (
            "Piano",
            "Approvazione entro il 31/12/2018.",
            "Piano approvato",
            "Approvato nei termini; un'osservazione al piano è stata presentata oltre il termine.",
            "100/100",
        ),
    ),
    (
        LATE,
        (
            "Piano",
            "Approvazione entro il 31/12/2018.",
            "Piano approvato",
            "Il piano è stato approvato dieci giorni prima della scadenza.",
            "100/100",
        ),
    ),
    (
        OUTSIDE,
        ("Ispezioni", "Ispezioni.", "Sedi ispezionate", "Le sedi sono state scelte nell'anno precedente.", "90/100"),
    ),
    (
        OUTSIDE,
        ("Lavori", "Lavori.", "Lavori conclusi", "I lavori, avviati nella primavera 2017, sono conclusi.", "90/100"),
    ),
    (
        OUTSIDE,
        (
            "Registro",
            "Registro.",
            "Registro attivo",
            "Rispetto all'anno precedente si sono registrate più pratiche.",
            "90/100",
        ),
    ),
)


def findings(folder: Path, said: Told, check: str) -> list[str]:
    title, description, indicator, results, score = said
    body = (
        f"OBIETTIVO N. 1\n{title}\n\nDescrizione: {description}\n\nIndicatore: {indicator}\n\n"
        f"Risultati: {results}\n\nValutazione OIV: {score}\n"
    )
    return [one.message for one in told(read_text(folder, body), check) if one.severity != "notice"]


@pytest.mark.parametrize(("check", "said"), WRONG, ids=lambda one: one if isinstance(one, str) else one[3])
def test_it_is_told(tmp_path: Path, check: str, said: Told) -> None:
    assert len(findings(tmp_path, said, check)) == 1


@pytest.mark.parametrize(("check", "said"), INNOCENT, ids=lambda one: one if isinstance(one, str) else one[3])
def test_innocent_words_raise_nothing(tmp_path: Path, check: str, said: Told) -> None:
    assert findings(tmp_path, said, check) == []
