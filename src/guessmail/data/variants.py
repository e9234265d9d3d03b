"""Usual variants of names, for telling whether two names can be one person's.

`SOUNDS` are spellings of one sound, replaced one after the other: of umlauts, of the romanisations of Cyrillic, Greek,
Arabic and Japanese, and of English. `GROUPS` are given names that their bearers and others take for each other, beside
the short forms of `short_forms.py`. Collected by hand; the customs are those of Hanks, Hardcastle and Hodges, "A
Dictionary of First Names" (Oxford).
"""

__all__ = ["GROUPS", "SOUNDS"]

SOUNDS = (
    ("(?<=.)(?<!^d)ue(?=[a-z])", "u"), ("(?<=.)ae(?=[^l]|l.{3})", "a"), ("^ae", "a"), ("oe(?=[a-z])", "o"), ("^ue", "u"),
    ("^o(?=h[^aeiou])oh", "o"), ("oh(?=$|[^aeiouy])", "o"), ("ou(?=$|[^aeiou])", "o"), ("oo", "o"), ("uu", "u"),
    ("aa", "a"), ("ck", "k"), ("s[hc]+h", "sh"), ("^j(?=[aeiou].*(?:ich|iya|ia)$)", "y"), ("ph", "f"), ("(?<=.)x", "ks"),
    ("th", "t"), ("kh", "h"), ("gh", "g"), ("dj", "d"), ("dzh", "d"), ("dz", "d"), ("gj", "g"), ("kj", "k"), ("zh", "z"),
    ("(?<=.)z", "s"), ("w", "v"), ("c(?=[^eihy]|$)", "k"), ("y", "i"), ("ii+", "i"), ("iu", "u"), ("(?<=[bcdfgklmnprstv])ia(?=.)", "a"),
    ("ei(?=$)", "ei"), ("eii", "ei"), ("(?<=[aeiou])h$", ""), (r"([bdfgklmnprstv])\\1", r"\\1"), ("el(?=harbi)", "al"),
)  # fmt: skip
"""Patterns, and what stands for them."""

GROUPS = """
    alexander aleksandr alexandr oleksandr aleksander alexandre alessandro alejandro aleksandar iskander
    alexandra aleksandra oleksandra alessandra alejandra
    alexey aleksey alexei oleksii oleksiy aliaksei alexis
    andrew andrey andrei andrii andriy andreas andre andrea andres andrzej andrej ondrej
    anna ana hanna hannah ganna anne ann
    anthony antony anton antonio antoni antoine
    benjamin binyamin
    bernard bernhard bernardo
    catherine katherine kathryn katharine cathryn katarina katharina caterina catarina kateryna ekaterina yekaterina
    catalina katarzyna katerina kathleen
    christian kristian cristian krystian
    christina kristina cristina krystyna christine kristin kristen kirsten
    christopher kristoffer cristobal christoph christophe krzysztof cristoforo kristofer
    claire clare clara klara
    daniel danil daniil danylo daniele
    david dawid davide
    denis dennis denys
    dmitry dmitri dmytro dimitri dmitrij dzmitry dimitrios dimitris dimitar
    elena olena yelena helena helen ellen alena
    elizabeth elisabeth elisabetta elisabet yelizaveta elizaveta elzbieta isabel isabella
    emily emilie emilia
    eric erik erich erick
    eugene evgeny yevgeny evgenii yevhen eugen eugenio
    eva eve ewa yeva
    francis francisco francesco francois frantisek franz franciszek
    frederick frederik fredrik friedrich federico
    gabriel gavriel gabriele
    george georgy georgi georgii georgios giorgos jorge giorgio georg georges jerzy jiri heorhii heorhiy yuri yury yuriy
    geoffrey jeffrey jeffery
    gregory grigory hryhorii hryhoriy gregor gregorio grzegorz grigoris
    helen helene
    henry henri heinrich enrico enrique hendrik henrik
    hussein husain hussain hossein hosein husayn husein hossain
    ibrahim ebrahim abraham avraham
    igor ihor
    ivan john iwan johannes jan jean juan joao giovanni yannis ioannis ian sean hans johann johan
    jacob jakob yakov jakub yaakov jacobo giacomo
    james jaime diego giacomo
    joan joanne joanna johanna giovanna
    john jon
    jonathan jonathon johnathan yonatan
    joseph josef jose giuseppe yosef iosif jozef yusuf youssef yousef josip
    julia yulia yuliya iuliia yuliia julie giulia julija
    karl carl carlos charles carlo karol
    kenneth kennet
    konstantin constantin kostiantyn constantine konstantinos konstantyn
    laura lora
    lawrence laurence lorenzo laurent lars
    leo lev leon
    louis luis lewis luigi ludwig louie
    lucas lukas luke luca lukasz luka
    ludmila lyudmila liudmyla liudmila
    lydia lidia lidiya
    marc mark marcus markus marco marek marcos marko
    maria mary marie mariya mariia marija miriam maryam mariam
    martin martyn marcin martino
    matthew matthias mateusz mathieu matteo mateo matej matti matvey
    maxim maksim maksym maxime
    michael mikhail mykhailo mihai miguel michel michele michal mikael mihail mikhael mikael mykhaylo mikhailo
    mohammed muhammad mohamed mohammad mohamad muhammed muhamad muhammet mohd md mohamm mehmet mhd muhd mamadou mohamud
    monica monika
    natalia natalya natalie nataliya nataliia natalja
    nicholas nikolay nikolai nicolas mykola nikolaos nikola niklas nicolae nikolas mikolaj nicolaus
    nina nino
    olga olha
    oscar oskar
    paul pavel pablo paolo pavlo pawel paulo pal
    peter petr pyotr petro pedro pietro piotr pierre petar petros
    philip phillip philipp philippe filip felipe filippo
    rachel rahel raquel rachael
    raphael rafael raffaele rafal
    rebecca rebekah rebeka rivka
    robert roberto rupert
    sarah sara sally
    serge sergey sergei serhii serhiy sergio sergiy sergii siarhei
    simon shimon semen semyon
    sofia sophia sophie sofya zofia sofie
    stanislav stanislaw stanyslav
    stephen steven stephan stefan stephane esteban stefano stepan istvan szczepan steffen stefanos stephanos
    susan susanna suzanne susanne zuzana zuzanna
    svetlana svitlana
    tatiana tatyana tetiana tetyana
    teresa theresa therese
    theodore fyodor fedir fedor theodoros teodor
    thomas tomas tomasz tommaso
    timothy timofey tymofii
    valentina valentyna
    valery valeriy valerii valerie
    vasily vasyl vasiliy vassilis basil wasyl
    victor viktor wiktor vittorio
    victoria viktoria viktoriya viktoriia
    vladimir volodymyr wladimir uladzimir vladimiro wlodzimierz
    vladislav vladyslav wladyslaw
    vyacheslav viacheslav viktcheslav
    walter valter
    william guillermo wilhelm guillaume willem guglielmo
    xenia ksenia kseniya oksana
    yakov iakov
    zoe zoya zoey
    abdul abdel abdal
    ahmed ahmad ahmet achmed
    ali aly
    omar umar omer
    osman othman usman uthman
    fatima fatma fatemeh fatimah
    aisha ayesha aicha
    abdallah abdullah abdulla
    hassan hasan
    khaled khalid
    said saeed saied saiid
    yasmin yasmine jasmine jasmin
    conor connor
    sean shawn shaun shane
    aidan aiden
    brian bryan
    allan alan allen
    stuart stewart
    ashley ashleigh
    lindsay lindsey
    leslie lesley
    jane jayne janie
    caitlin kaitlyn katelyn caitlyn
    megan meghan
    deborah debra
    niall neil neal
    siobhan shevaun
    geoff jeff
"""
