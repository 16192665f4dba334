# ruff: noqa: E501
"""Values that do not agree, in the sheets, cards and tables of four bodies: scales, parts, percentages, dates, scores."""

from typing import Any

from corpus.contradictions import forms
from corpus.contradictions.author import held, ind, ob, wrong
from corpus.contradictions.rows import card, scoring_row, university_row


def _sheet(
    number: int, title: str, programme: tuple[str, str], weight: str, what: str, steps: list[list[str]], **more: Any
) -> dict[str, Any]:
    """A sheet of the Comune di Pratoventoso; the mission is the first figure of the programme's code."""
    missions = {"1": "Amministrazione", "2": "Territorio", "3": "Persone e cultura"}
    refs = [("area", programme[0][0], missions[programme[0][0]]), ("programme", *programme)]
    return ob(
        number,
        title,
        refs=refs,
        weight=weight,
        print_weight=weight,
        description=what,
        print_actions=[[str(place), *step] for place, step in enumerate(steps, 1)],
        **more,
    )


def _noted(objective: dict[str, Any], notes: str) -> dict[str, Any]:
    """An objective with what its column of notes says."""
    return objective | {"sections": objective["sections"] | {"notes": notes}}


PRATOVENTOSO = {
    "name": "comune-pratoventoso-2019",
    "layout": "M",
    "program": "chromium",
    "issuer": "Comune di Pratoventoso",
    "year": 2019,
    "title": "Schede di rendicontazione degli obiettivi – esercizio 2019",
    "print": forms.sheet_m(1)
    | {
        "preface": [
            "Il Nucleo esprime su ogni scheda un voto che va da 1 (insufficiente) a 6 (ottimo). Il grado di "
            "raggiungimento, anche quando il valore atteso è oltrepassato, si ferma a 100%."
        ]
    },
    "objectives": [
        _sheet(
            1,
            "I registri di stato civile si consultano a video",
            ("1.1", "Servizi demografici"),
            "15",
            "Acquisire in immagine i registri dal 1900 in avanti, così che per cercare un atto non si debba più scendere in "
            "archivio. Alla chiusura del 2018 le pagine acquisite risultavano [[7.150|5.710]].",
            [["Acquisizione dei registri", "07/01/2019", "29/11/2019"]],
            ind=[ind("Pagine acquisite dall’avvio del progetto", "≥ 9.000", "9.230 (a fine 2018: 5.710)")],
            ach="100%",
            score="6",
            notes="L’ultimo registro è stato acquisito il 29 novembre 2019; quelli anteriori al 1900 restano fuori per scelta.",
            audit=[
                wrong("target.baseline-differs", "7.150", "5.710"),
                held("target.baseline-differs", "5.710", only="twin"),
                held("ratio.target", "9.000", "9.230"),
            ],
        ),
        _sheet(
            2,
            "Caditoie libere prima delle piogge",
            ("2.1", "Strade e marciapiedi"),
            "10",
            "Evitare i ristagni d’autunno ripulendo le caditoie del centro abitato.",
            [["Pulizia a giro di quartiere", "04/03/2019", "30/09/2019"]],
            ind=[
                ind(
                    "Caditoie ripulite rispetto a quelle censite", "almeno il 70%", "648 su 900, pari [[all’82|al 72]]%"
                )
            ],
            ach="100%",
            score="5",
            notes="Giro chiuso il 27/9/2019. Le 252 che mancano saranno ripulite nella primavera 2020.",
            audit=[
                wrong("ratio.percentage", "648", "900", "82%"),
                held("ratio.percentage", "648", "900", "72%", only="twin"),
            ],
        ),
        _sheet(
            3,
            "Laboratori di lettura con le scuole",
            ("3.1", "Biblioteca"),
            "10",
            "La Giunta, nell’approvare il programma della biblioteca, ha domandato che i laboratori non fossero meno di "
            "[[trenta|ventiquattro]].",
            [["Calendario con gli insegnanti", "14/01/2019", "28/02/2019"]],
            ind=[ind("Numero di laboratori tenuti", "≥ 24", "31")],
            ach="100%",
            score="6",
            notes="Vi hanno preso parte 12 classi delle 16 del plesso (75%). Il calendario è stato chiuso il 25 febbraio 2019.",
            audit=[
                wrong("target.differs", "trenta", "≥ 24"),
                held("ratio.percentage", "12", "16", "75%"),
            ],
        ),
        _sheet(
            4,
            "Sentieri comunali di nuovo percorribili",
            ("2.2", "Verde e sentieri"),
            "10",
            "Riaprire al passo diciotto chilometri di sentieri invasi dai rovi.",
            [["Sfalcio e segnaletica", "01/04/2019", "31/10/2019"]],
            ind=[ind("Chilometri riaperti", "≥ 18 km", "18,4 km")],
            ach="100%",
            score="[[6,5|5,5]]",
            notes="Lavori finiti il 18/10/2019; di quei chilometri 5,2 sono stati curati dai volontari.",
            audit=[wrong("evaluation.above-maximum", "6,5"), held("ratio.target", "18 km", "18,4 km")],
        ),
        _sheet(
            5,
            "Permessi di costruire in tempi certi",
            ("2.3", "Edilizia privata"),
            "15",
            "Accorciare l’istruttoria, che nel 2018 durava in media 52 giorni.",
            [["Riunioni settimanali di istruttoria", "07/01/2019", "20/12/2019"]],
            ind=[ind("Durata media dell’istruttoria", "≤ 45 giorni", "[[49|41]] giorni")],
            ach="raggiunto",
            score="5",
            notes="Riunioni tenute con regolarità fino al 20/12/2019.",
            audit=[
                wrong(
                    "ratio.target",
                    "≤ 45",
                    "[[49|41]]",
                    also=[
                        "ratio.achievement",
                        "evaluation.score-against-outcome",
                        "evaluation.full-score-on-missed-target",
                    ],
                ),
                held("ratio.target", "45 giorni", "41 giorni", only="twin"),
            ],
        ),
        _sheet(
            6,
            "Telefonate e visite agli anziani che vivono soli",
            ("3.2", "Servizi sociali"),
            "10",
            "Tenere d’occhio, d’estate soprattutto, chi non ha familiari vicini.",
            [["Turni dei volontari", "03/06/2019", "30/09/2019"]],
            ind=[ind("Anziani seguiti", "≥ 200", "212")],
            ach="100%",
            score="6",
            notes="Turni coperti fino al 30 settembre 2019. I 212 anziani seguiti abitano per 96 nel capoluogo, per 71 in collina "
            "e per [[54|45]] nelle frazioni di valle; centotré hanno più di ottant’anni.",
            audit=[
                wrong("ratio.parts", "212", "96", "71", "54"),
                held("ratio.parts", "212", "96", "71", "45", only="twin"),
            ],
        ),
        _sheet(
            7,
            "Adozione del piano del colore",
            ("2.4", "Urbanistica"),
            "10",
            "Dare regole alle facciate del borgo, riprendendo la bozza che un professionista aveva consegnato nel 2017.",
            [["Stesura delle norme", "04/02/2019", "28/06/2019"]],
            ind=[ind("Piano adottato (SI/NO)", "SI", "SI")],
            ach="raggiunto",
            score="4",
            notes="Le norme erano pronte il 21 giugno 2019; il Consiglio ha adottato il piano nella seduta del "
            "[[23 gennaio 2020|23 ottobre 2019]].",
            audit=[
                wrong(
                    "time.outside-year",
                    "23 gennaio 2020",
                    also=["time.late", "evaluation.score-against-outcome", "ratio.target"],
                )
            ],
        ),
        _sheet(
            8,
            "Sito istituzionale rifatto e redattori istruiti",
            ("1.2", "Sistemi informativi"),
            "10",
            "Rinnovare la veste del sito e insegnare agli uffici a tenerlo aggiornato.",
            [["Nuova veste", "04/02/2019", "31/05/2019"], ["Lezioni ai redattori", "02/09/2019", "29/11/2019"]],
            ind=[ind("Veste in linea (SI/NO)", "SI", "SI"), ind("Redattori istruiti", "14", "14")],
            ach="100%",
            score="5[[ – voto reso sulla veste grafica, non sulle lezioni|]]",
            notes="In linea dal 30/5/2019, lezioni finite il 22/11/2019.",
            audit=[
                wrong("evaluation.partial-score", "voto reso sulla veste grafica, non sulle lezioni"),
                held("ratio.target", "14"),
            ],
        ),
        _sheet(
            9,
            "Posa dei nuovi arredi in piazza e nei viali",
            ("2.5", "Arredo urbano"),
            "10",
            "Sostituire panchine e cestini acquistati con il contributo regionale del 2018.",
            [["Posa", "02/05/2019", "15/11/2019"]],
            ind=[ind("% di completamento della posa", "90%", "[[si è proceduto secondo il cronoprogramma|93%]]")],
            ach="[[|100%]]",
            score="4",
            notes="Operai al lavoro fino al 15/11/2019; il viale della stazione resta per ultimo.",
            audit=[
                wrong("target.percentage-unreported", "% di completamento della posa", also=["target.unanswered"]),
                held("ratio.target", "90%", "93%", only="twin"),
            ],
        ),
    ],
}

FONTIBASSE = {
    "name": "autorita-fontibasse-2017",
    "layout": "S",
    "program": "reportlab",
    "issuer": "Autorità Idrica delle Fonti Basse",
    "year": 2017,
    "title": "Relazione sulla performance dell’anno 2017",
    "print": forms.card_s(2017, 2)
    | {
        "intro": [
            "Per ciascun obiettivo il Nucleo di Valutazione dispone di venti punti, che sono anche il massimo attribuibile. La "
            "percentuale di realizzazione è data dal consuntivo sul target e non eccede 100."
        ]
    },
    "objectives": [
        card(
            1,
            ("F1", "F1.1"),
            "Contenere le perdite delle condotte",
            "15",
            "Le condotte, a consuntivo 2016, disperdevano il [[38,2|32,8]]% dell’acqua immessa: si vuol scendere un poco ogni anno.",
            [
                ind(
                    "Acqua dispersa",
                    "≤ 31%",
                    "30,4%",
                    formula="(volume immesso – volume fatturato) / volume immesso",
                    w="100",
                    base="32,8%",
                    ach="100%",
                )
            ],
            "100%",
            "19",
            notes="Sostituiti i tratti in ghisa posati nel 1961.",
            audit=[
                wrong("target.baseline-differs", "38,2", "32,8"),
                held("target.baseline-differs", "32,8", only="twin"),
                held("ratio.target", "31%", "30,4%"),
            ],
        ),
        card(
            2,
            ("F1", "F1.2"),
            "Acqua corrente nelle contrade rifornite con autobotte",
            "10",
            "Resta da portare la condotta alle contrade più alte.",
            [ind("Contrade allacciate", "9", "9", formula="conteggio a fine anno", w="100", base="4", ach="100%")],
            "100%",
            "[[ventuno|diciotto]]",
            notes="Cinque gli allacciamenti eseguiti in corso d’anno, che si sommano ai quattro precedenti.",
            audit=[wrong("evaluation.above-maximum", "ventuno")],
        ),
        card(
            3,
            ("F2", "F2.1"),
            "Reclami trattati con puntualità",
            "15",
            "La carta dei servizi obbliga a rispondere per iscritto a ogni reclamo.",
            [
                ind(
                    "Reclami definiti nei termini",
                    "≥ 85%",
                    "[[91|87]]% (435 su 500)",
                    formula="reclami definiti nei termini / reclami ricevuti",
                    w="60",
                    base="81%",
                    ach="100%",
                ),
                ind(
                    "Tempo medio di risposta",
                    "≤ 20 gg.",
                    "17 gg.",
                    formula="media dei giorni fra arrivo e risposta",
                    w="40",
                    base="24 gg.",
                    ach="100%",
                ),
            ],
            "100%",
            "20",
            notes="I 65 reclami definiti fuori termine riguardano quasi tutti i contatori.",
            audit=[
                wrong("ratio.percentage", "91%", "435", "500"),
                held("ratio.percentage", "87%", "435", "500", only="twin"),
                held("ratio.target", "20 gg.", "17 gg."),
            ],
        ),
        card(
            4,
            ("F2", "F2.2"),
            "La bolletta arriva per posta elettronica",
            "10",
            "Meno carta e meno ritardi di consegna.",
            [
                ind(
                    "Utenze con bolletta elettronica",
                    "≥ 60%",
                    "[[57|63]]%",
                    formula="utenze aderenti / utenze attive",
                    w="100",
                    base="44%",
                    ach="[[95|100]]%",
                )
            ],
            "[[95|100]]%",
            "17",
            notes="Il traguardo posto per l’anno è dunque tagliato, con soddisfazione degli uffici.",
            audit=[
                wrong(
                    "ratio.target",
                    "60%",
                    "57%",
                    also=["evaluation.score-against-outcome", "evaluation.full-score-on-missed-target"],
                ),
                held("ratio.target", "60%", "63%", only="twin"),
            ],
        ),
        card(
            5,
            ("F3", "F3.1"),
            "Censimento dei pozzi privati",
            "10",
            "Sapere quanta acqua si preleva dal sottosuolo, comune per comune.",
            [
                ind(
                    "Percentuale di avanzamento del censimento",
                    "80%",
                    "[[attività in linea con le attese|83%]]",
                    formula="comuni censiti / comuni dell’ambito",
                    w="100",
                    base="35%",
                    ach="[[-|100%]]",
                )
            ],
            "[[-|100%]]",
            "16",
            notes="I rilevatori proseguiranno nel 2018 con i comuni di pianura.",
            audit=[
                wrong(
                    "target.percentage-unreported",
                    "Percentuale di avanzamento del censimento",
                    also=["target.unanswered"],
                ),
                held("ratio.target", "80%", "83%", only="twin"),
            ],
        ),
        card(
            6,
            ("F3", "F3.2"),
            "Scolaresche in visita alle centrali",
            "10",
            "Mostrare ai ragazzi da dove viene l’acqua che bevono.",
            [
                ind(
                    "Scolaresche ricevute",
                    "≥ 50",
                    "58",
                    formula="conteggio dal registro",
                    w="100",
                    base="41",
                    ach="100%",
                )
            ],
            "100%",
            "20",
            notes="Il registro conta 27 scolaresche elementari, 19 medie e [[21|12]] superiori, per complessive 58.",
            audit=[
                wrong("ratio.parts", "27", "19", "21", "58"),
                held("ratio.parts", "27", "19", "12", "58", only="twin"),
            ],
        ),
        card(
            7,
            ("F3", "F3.3"),
            "Recinzione delle sorgenti",
            "10",
            "Tenere lontano il bestiame dalle opere di presa.",
            [
                ind(
                    "Sorgenti recintate nell’anno",
                    "≥ 8",
                    "8",
                    formula="verbali di collaudo",
                    w="100",
                    base="3",
                    ach="100%",
                )
            ],
            "100%",
            "20",
            notes="Sei recinzioni sono state collaudate a ottobre 2017, le altre due a [[marzo 2018|dicembre 2017]].",
            audit=[
                wrong(
                    "time.outside-year",
                    "marzo 2018",
                    also=["time.late", "evaluation.full-score-on-missed-target", "ratio.target"],
                ),
                held("ratio.target", "≥ 8", "8"),
            ],
        ),
        card(
            8,
            ("F4", "F4.1"),
            "Serbatoi sotto telecontrollo",
            "10",
            "Il piano d’ambito impone che nel corso dell’anno vengano posti sotto telecontrollo [[undici|nove]] serbatoi.",
            [
                ind(
                    "Serbatoi posti sotto telecontrollo",
                    "9",
                    "12",
                    formula="conteggio nell’anno",
                    w="100",
                    base="5",
                    ach="100%",
                )
            ],
            "100%",
            "20",
            notes="I segnali arrivano alla sala operativa di giorno e di notte.",
            audit=[
                wrong("target.differs", "undici", "9", also=["ratio.target"]),
                held("ratio.target", "9", "12", only="twin"),
            ],
        ),
        card(
            9,
            ("F4", "F4.2"),
            "Prove di emergenza idrica",
            "10",
            "Verificare che, in caso di guasto, le squadre sappiano che cosa fare.",
            [
                ind("Squadre addestrate", "6", "6", formula="conteggio", w="50", base="2", ach="100%"),
                ind("Simulazioni svolte", "5", "3", formula="conteggio", w="50", base="1", ach="60%"),
            ],
            "80%",
            "16[[, che riguarda soltanto il primo indicatore|]]",
            notes="Due simulazioni non si sono tenute per il maltempo.",
            audit=[
                wrong("evaluation.partial-score", "che riguarda soltanto il primo indicatore"),
                held("ratio.achievement", "5", "3", "60%"),
            ],
        ),
    ],
}

FONTERAMATA = {
    "name": "universita-fonteramata-2021",
    "layout": "L",
    "program": "reportlab",
    "issuer": "Università di Fonteramata",
    "year": 2021,
    "title": "Relazione integrata 2021 – obiettivi delle strutture",
    "print": forms.university_l(2),
    "objectives": [
        _noted(
            university_row(
                "A.1.1",
                "A.1",
                "Tutori per le matricole",
                "15",
                "Dare un tutore a chi comincia; nel 2020 ne ebbero uno in [[164|146]].",
                ind("Studenti con tutore", "≥ 180", "197", base="146", scale=["≥ 180", "160-179", "146-159", "< 146"]),
                "3",
                [
                    wrong("target.baseline-differs", "164", "146"),
                    held("target.baseline-differs", "146", only="twin"),
                    held("ratio.target", "180", "197"),
                ],
            ),
            "Tutori pagati: 33, di cui 22 dottorandi.",
        ),
        _noted(
            university_row(
                "A.1.2",
                "A.1",
                "Laurearsi in corso",
                "10",
                "Appelli aggiuntivi e colloqui con chi è rimasto indietro.",
                ind(
                    "Laureati in corso su laureati",
                    "≥ 54%",
                    "[[58|55]]% (330 su 600)",
                    base="52%",
                    scale=["≥ 54%", "53%", "52%", "< 52%"],
                ),
                "3",
                [
                    wrong("ratio.percentage", "58%", "330", "600"),
                    held("ratio.percentage", "55%", "330", "600", only="twin"),
                ],
            ),
            "Nel 2020: 318 su 612.",
        ),
        _noted(
            university_row(
                "A.2.1",
                "A.2",
                "Lezioni registrate",
                "10",
                "Dotare le aule di telecamere e formare i docenti.",
                ind("Insegnamenti registrati", "≥ 40", "44", base="12", scale=["≥ 40", "30-39", "20-29", "< 20"]),
                "[[3,4|3]]",
                [wrong("evaluation.above-maximum", "3,4"), held("ratio.target", "40", "44")],
            ),
            "Bando del 18/12/2020.",
        ),
        _noted(
            university_row(
                "A.2.2",
                "A.2",
                "Meno carta negli uffici",
                "10",
                "Calare [[di un quinto|di un quarto]] le risme comprate.",
                ind(
                    "Variazione delle risme comprate",
                    "-25%",
                    "-27%",
                    base="2.400 risme",
                    scale=["-25%", "-20%", "-10%", "0"],
                ),
                "3",
                [wrong("target.differs", "un quinto", "25%"), held("ratio.target", "-25%", "-27%", only="twin")],
            ),
            "Comprate 1.752 risme.",
        ),
        _noted(
            university_row(
                "B.1.1",
                "B.1",
                "Fascicolo elettronico dello studente",
                "15",
                "Analisi, acquisto e prova del programma.",
                ind(
                    "% di avanzamento del progetto",
                    "100%",
                    "[[prova superata nei dipartimenti pilota|100%]]",
                    base="0%",
                    scale=["100%", "75%", "50%", "< 50%"],
                ),
                "[[2|3]]",
                [
                    wrong("target.percentage-unreported", "% di avanzamento del progetto", also=["target.unanswered"]),
                    held("ratio.target", "100%", only="twin"),
                ],
            ),
            "Prova chiusa il 17/12/2021.",
        ),
        _noted(
            university_row(
                "B.1.2",
                "B.1",
                "Orientamento nelle scuole superiori",
                "10",
                "Lezioni di prova tenute da dottorandi.",
                ind("Scuole visitate", "≥ 30", "36", base="22", scale=["≥ 30", "25-29", "20-24", "< 20"]),
                "3",
                [
                    wrong("ratio.parts", "17", "11", "13", "36"),
                    held("ratio.parts", "17", "11", "8", "36", only="twin"),
                ],
            ),
            "17 licei + 11 tecnici + [[13|8]] professionali = 36 scuole.",
        ),
        _noted(
            university_row(
                "B.2.1",
                "B.2",
                "Sale di studio aperte dopo cena",
                "10",
                "Vigilanza affidata a studenti part-time.",
                ind("Apertura serale avviata (SI/NO)", "SI", "SI", base="NO", scale=["SI", "–", "–", "NO"]),
                "3",
                [
                    wrong(
                        "time.outside-year",
                        "10/01/2022",
                        also=["time.late", "evaluation.full-score-on-missed-target", "ratio.target"],
                    )
                ],
            ),
            "Prima sera: [[10/01/2022|11/10/2021]].",
        ),
        _noted(
            university_row(
                "B.2.2",
                "B.2",
                "Prestito fra biblioteche",
                "10",
                "Spedire i volumi con corriere.",
                ind("Giorni per la consegna", "≤ 5", "[[6|4]]", base="9", scale=["≤ 5", "6-7", "8-9", "> 9"]),
                "[[2|3]]",
                [
                    wrong("ratio.target", "≤ 5", "6", also=["evaluation.score-against-outcome"]),
                    held("ratio.target", "≤ 5", "4", only="twin"),
                ],
            ),
            "Risultato atteso rispettato.",
        ),
        _noted(
            university_row(
                "B.3.1",
                "B.3",
                "Sedi senza barriere",
                "10",
                "Rampe, ascensori, percorsi tattili.",
                ind("Sedi adeguate", "7", "6", base="4", scale=["7", "6", "5", "≤ 4"]),
                "2",
                [wrong("evaluation.partial-score", "Punteggio dato per le sole sedi cittadine")],
            ),
            "[[Punteggio dato per le sole sedi cittadine.|Punteggio dato per tutte le sedi.]]",
        ),
    ],
}

COLLINEBRUNE = {
    "name": "asl-collinebrune-2018",
    "layout": "J",
    "program": "libreoffice",
    "issuer": "Azienda Sanitaria Locale delle Colline Brune",
    "year": 2018,
    "title": "Schede di budget 2018 – valutazione a consuntivo",
    "print": forms.scoring_j(2)
    | {
        "intro": [
            "Il punteggio attribuito è il prodotto del peso per il grado di raggiungimento; quest’ultimo è riconosciuto sino al "
            "100% e non oltre, sicché il punteggio non può mai superare il peso."
        ]
    },
    "objectives": [
        scoring_row(
            "Abbreviare l’attesa per la prima visita cardiologica (giorni medi 2017: [[58|51]])",
            "10",
            "Giorni medi di attesa (nel 2017: 51)",
            "≤ 45",
            "43",
            "100%",
            "10",
            [
                wrong("target.baseline-differs", "58", "51"),
                held("target.baseline-differs", "51", only="twin"),
                held("ratio.target", "45", "43"),
            ],
        ),
        scoring_row(
            "Contenere i ricoveri ripetuti",
            "15",
            "Ricoveri ripetuti a breve distanza / ricoveri",
            "≤ 5%",
            "[[4,2|3,2]]% (n. 96 / 3.000)",
            "100%",
            "15",
            [
                wrong("ratio.percentage", "4,2%", "96", "3.000"),
                held("ratio.percentage", "3,2%", "96", "3.000", only="twin"),
            ],
        ),
        scoring_row(
            "Raccolta di sangue: arrivare ad almeno [[2.600|2.400]] sacche",
            "10",
            "Sacche raccolte",
            "≥ 2.400",
            "2.655",
            "100%",
            "10",
            [
                wrong("target.differs", "2.600", "2.400"),
                held("ratio.target", "2.400", "2.655"),
            ],
        ),
        scoring_row(
            "Adesione allo screening mammografico",
            "15",
            "Donne esaminate / donne invitate",
            "≥ 62%",
            "64,5% (2.580 / 4.000)",
            "100%",
            "[[17|15]]",
            [
                wrong("evaluation.above-maximum", "17", also=["ratio.achievement"]),
                held("ratio.percentage", "64,5%", "2.580", "4.000"),
            ],
        ),
        scoring_row(
            "Ispezioni nelle cucine dei ristoranti",
            "10",
            "Cucine ispezionate",
            "≥ 170",
            "180, di cui 84 con giudizio buono, 61 sufficiente e [[53|35]] insufficiente",
            "100%",
            "10",
            [
                wrong("ratio.parts", "180", "84", "61", "53"),
                held("ratio.parts", "180", "84", "61", "35", only="twin"),
            ],
        ),
        scoring_row(
            "Referti di laboratorio scaricati da casa",
            "10",
            "Referti scaricati / referti emessi",
            "≥ 80%",
            "92%",
            "[[115|100]]%",
            "10",
            [
                wrong("evaluation.above-maximum", "115%", also=["ratio.achievement"]),
                held("ratio.target", "80%", "92%"),
            ],
        ),
        scoring_row(
            "Parto naturale quando si può",
            "10",
            "Cesarei su parti del presidio",
            "≤ 25%",
            "24,9% (186 / 747)",
            "100%",
            "10",
            [held("ratio.percentage", "24,9%", "186", "747"), held("ratio.target", "25%", "24,9%")],
        ),
        scoring_row(
            "Igiene delle mani: corsi al personale",
            "10",
            "Operatori che hanno finito il corso",
            "≥ 300",
            "240",
            "80%",
            "8[[ (attribuito al solo presidio di Brughiera)|]]",
            [
                wrong("evaluation.partial-score", "attribuito al solo presidio di Brughiera"),
                held("ratio.achievement", "300", "240", "80%"),
            ],
        ),
        scoring_row(
            "Numero telefonico unico della guardia medica",
            "10",
            "Attivazione del numero (SI/NO)",
            "SI",
            "SI, risponde dal [[14 gennaio 2019|14 novembre 2018]]",
            "100%",
            "10",
            [
                wrong(
                    "time.outside-year",
                    "14 gennaio 2019",
                    also=["time.late", "evaluation.full-score-on-missed-target", "ratio.achievement", "ratio.target"],
                )
            ],
        ),
    ],
}

REPORTS = [PRATOVENTOSO, FONTIBASSE, FONTERAMATA, COLLINEBRUNE]
